package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What overflows the stack leaves no generator that runs for ever.
class StackSweepSpec {

    @Test
    void aGeneratorThatWasUsedWithoutStackCanBeClosed() throws Exception {
        Path tests = Path.of(StackSweep.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String output = Launched.run(
                "java",
                "",
                "-Xint", // a frame has the same size each time
                "--class-path",
                Built.weft() + File.pathSeparator + tests,
                StackSweep.class.getName());

        assertThat(output).matches("[1-9][0-9]{2,} overflows\n");
    }
}
