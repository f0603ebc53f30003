package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Programs of the JDK that a test starts.
final class Launched {

    private Launched() {}

    /// Runs `java` and returns what it printed.
    static String java(String... arguments) throws IOException, InterruptedException {
        return run(
                "java",
                "",
                Stream.concat(Stream.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /// Runs a tool, feeds it `input` and returns what it printed.
    static String run(String tool, String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.replace("\r\n", "\n");
    }
}
