package dev.weft.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.mutants.WeftCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which engines scenarios run on.
class EnginesSpec {

    @TempDir
    Path folder;

    @Test
    void areThoseThatThereAre() {
        assertThat(Engines.names()).contains("thread").doesNotHaveDuplicates();
    }

    @Test
    void areNamedIfAnotherOneIsAskedFor() {
        String names = String.join(", ", Engines.names());

        assertThatThrownBy(() -> Engines.check("steam"))
                .isInstanceOf(BadScenario.class)
                .hasMessage("there is no engine named \"steam\"; give one of: " + names + ", auto");
    }

    @Test
    void includeOneNamedCompiledAsSoonAsItIsThere() throws Exception {
        WeftCopy copy = withLateEngine();

        String printed = run(copy, "scenario", "--engine", "compiled", "--check", "--quiet", anyCase());

        assertThat(printed).isEqualTo("1 passed, 0 failed\n0");
    }

    @Test
    void areAllOfferedWhenThereIsOneMore() throws Exception {
        WeftCopy copy = withLateEngine();

        String printed = run(copy, "scenario", "--engine", "steam", "any.json");

        assertThat(printed)
                .startsWith("weft: there is no engine named \"steam\"; give one of: compiled, ")
                .endsWith(", auto\n2");
    }

    /// Runs the command line. Made by reflection, in class loaders that have a Weft of their own.
    static final class CommandLine implements Function<List<String>, String> {
        @Override
        public String apply(List<String> arguments) {
            var printed = new ByteArrayOutputStream();
            var stream = new PrintStream(printed, true, UTF_8);
            int status = Main.run(arguments, stream, stream);
            return printed.toString(UTF_8).replace(System.lineSeparator(), "\n") + status;
        }
    }

    private WeftCopy withLateEngine() throws IOException {
        Path services = Files.writeString(folder.resolve("services"), LateEngine.class.getName());
        return new WeftCopy(
                Map.of(),
                Map.of("META-INF/services/dev.weft.spi.Engine", services.toUri().toURL()));
    }

    @SuppressWarnings("unchecked") // it is a CommandLine, of another class loader
    private static String run(WeftCopy copy, String... arguments) throws ReflectiveOperationException {
        return ((Function<List<String>, String>) copy.make(CommandLine.class)).apply(List.of(arguments));
    }

    private static String anyCase() {
        return Cases.ofTheReference().getFirst().toString();
    }
}
