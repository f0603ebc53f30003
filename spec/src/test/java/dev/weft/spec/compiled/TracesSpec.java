package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Yielder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The stack trace of what a compiled body throws names the places where the code was written.
class TracesSpec {

    private static final String FILE = "TracesSpec.java";

    private static void dig(int depth, Yielder<Integer> y) throws IOException {
        y.yield(depth);
        if (depth == 0) {
            throw new IOException("at the bottom"); // BOTTOM
        }
        dig(depth - 1, y); // DEEPER
    }

    @Test
    void aFailureOfTheBodyNamesItsLine() {
        Throwable failure = catchThrowable(() -> read(y -> {
            y.yield(1);
            throw new IOException("x"); // PLAIN
        }));

        assertThat(failure.getStackTrace()[0].getFileName()).isEqualTo(FILE);
        assertThat(failure.getStackTrace()[0].getLineNumber()).isEqualTo(lineOf("PLAIN"));
    }

    @Test
    void aFailureInARecursionNamesEachCall() {
        Throwable failure = catchThrowable(() -> Compiled.<Integer>read(y -> {
            y.yield(9);
            dig(2, y); // OUTERMOST
        }));

        List<StackTraceElement> top = Arrays.asList(failure.getStackTrace()).subList(0, 4);
        assertThat(top)
                .extracting(StackTraceElement::getLineNumber)
                .containsExactly(lineOf("BOTTOM"), lineOf("DEEPER"), lineOf("DEEPER"), lineOf("OUTERMOST"));
        assertThat(top).extracting(StackTraceElement::getFileName).containsOnly(FILE);
        assertThat(top).extracting(StackTraceElement::getClassName).containsOnly(TracesSpec.class.getName());
        assertThat(top.subList(0, 3))
                .extracting(StackTraceElement::getMethodName)
                .containsOnly("dig");
    }

    @Test
    void theTraceGoesOnToTheConsumer() {
        Throwable failure = catchThrowable(() -> Compiled.<Integer>read(y -> dig(2, y)));

        assertThat(failure.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("theTraceGoesOnToTheConsumer");
    }

    private static void rethrow(Yielder<Integer> y, Exception failure) throws Exception {
        y.yield(1);
        throw failure;
    }

    @Test
    void aFailureThatWasMadeElsewhereKeepsItsTrace() {
        var failure = new IOException("made here");
        StackTraceElement[] before = failure.getStackTrace();

        Throwable thrown = catchThrowable(() -> Compiled.<Integer>read(y -> rethrow(y, failure)));

        assertThat(thrown).isSameAs(failure);
        assertThat(failure.getStackTrace()).containsExactly(before);
    }

    private static void catching(int depth, Yielder<Integer> y) throws IOException {
        try {
            dig(1, y);
        } finally {
            y.yield(depth);
        }
    }

    @Test
    void aTraceIsCompletedOnce() {
        Throwable failure = catchThrowable(() -> Compiled.<Integer>read(y -> catching(7, y)));

        assertThat(failure.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .containsOnlyOnce("catching");
    }

    private static int lineOf(String mark) {
        try (var source = java.nio.file.Files.lines(java.nio.file.Path.of(
                "src/test/java", TracesSpec.class.getPackageName().replace('.', '/'), FILE))) {
            return (int) source.takeWhile(line -> !line.endsWith("// " + mark)).count() + 1;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
