package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.GeneratorBody;
import dev.weft.Task;
import dev.weft.Yielder;
import dev.weft.testkit.VirtualTimeTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Stack traces: what the user's code did, from where it failed to who asked, in one text for all engines and drives.
///
/// Shown here is what is printed, with `N` for line numbers and for those in the names of lambdas, and without what
/// called the test.
class TraceSpec {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+?)(\\$[0-9a-f]+)?\\$\\d+");

    private static int fail(int number) {
        throw new IllegalStateException("of " + number);
    }

    /// Yields 1, and fails.
    private static AsyncGenerator<Integer> failing() {
        return generator("failing", y -> {
            y.yield(1);
            fail(2);
        });
    }

    private static void countDown(Yielder<Integer> y, int from) throws Exception {
        y.yield(from);
        if (from == 1) {
            fail(1);
        }
        countDown(y, from - 1);
    }

    private static void read(Drive drive, AsyncGenerator<Integer> numbers) throws Exception {
        drive.read(numbers, number -> {});
    }

    /// What is printed of a failure, as far as it is about this class and Weft.
    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString()
                .lines()
                .filter(line -> !line.contains("\tat ")
                        || line.contains("TraceSpec.")
                        || (line.contains("dev.weft.")
                                && !line.contains("dev.weft.testkit.")
                                && !line.contains("Drive")))
                .map(line -> LAMBDA.matcher(line).replaceAll("lambda in $1"))
                .map(line -> line.replaceAll("\\.java:\\d+\\)", ".java:N)")
                        .replace("\tat dev.weft.spec.", "\tat ")
                        .strip())
                .filter(line -> !line.contains("printed(") && !line.startsWith("at app//"))
                .collect(Collectors.joining("\n"))
                .replaceAll("(?m)^at (TraceSpec\\.)?", "  at ")
                .replaceAll("\\(TraceSpec.java:N\\)", "");
    }

    // ---- on one thread ----

    @EachDrive
    void aBodyThatFailsShowsItselfAndItsConsumer(Drive drive) {
        var error = catchThrowable(() -> read(drive, failing()));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 2
                  at fail
                  at lambda in failing
                  at read
                  at lambda in aBodyThatFailsShowsItselfAndItsConsumer
                  at aBodyThatFailsShowsItselfAndItsConsumer""");
    }

    @VirtualTimeTest
    void aStepShowsWhoAwaitsIt() throws Exception {
        AsyncGenerator<Integer> numbers = failing();
        numbers.anext().await();

        var error = catchThrowable(numbers.anext()::await);

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 2
                  at fail
                  at lambda in failing
                  at aStepShowsWhoAwaitsIt""");
    }

    @EachDrive
    void operatorsLeaveNoFrames(Drive drive) {
        var error = catchThrowable(
                () -> read(drive, failing().map(number -> number + 1).filter(number -> true)));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 2
                  at fail
                  at lambda in failing
                  at read
                  at lambda in operatorsLeaveNoFrames
                  at operatorsLeaveNoFrames""");
    }

    @EachDrive
    void aFunctionOfAnOperatorShowsItselfAndTheConsumer(Drive drive) {
        var error =
                catchThrowable(() -> read(drive, of(1, 2).map(TraceSpec::fail).filter(number -> true)));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 1
                  at fail
                  at read
                  at lambda in aFunctionOfAnOperatorShowsItselfAndTheConsumer
                  at aFunctionOfAnOperatorShowsItselfAndTheConsumer""");
    }

    @EachDrive
    void recursiveHelpersShowEachOfTheirCalls(Drive drive) {
        GeneratorBody<Integer> body = y -> countDown(y, 3);

        var error = catchThrowable(() -> read(drive, generator(body)));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 1
                  at fail
                  at countDown
                  at countDown
                  at countDown
                  at lambda in recursiveHelpersShowEachOfTheirCalls
                  at read
                  at lambda in recursiveHelpersShowEachOfTheirCalls
                  at recursiveHelpersShowEachOfTheirCalls""");
    }

    @VirtualTimeTest
    void aPulledDelegationShowsTheInnerBodyAndTheConsumer() {
        AsyncGenerator<Integer> outer = generator(y -> y.yieldAll(failing()));

        var error = catchThrowable(() -> read(Drive.LOOP, outer));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 2
                  at fail
                  at lambda in failing
                  at read
                  at lambda in aPulledDelegationShowsTheInnerBodyAndTheConsumer
                  at aPulledDelegationShowsTheInnerBodyAndTheConsumer""");
    }

    @VirtualTimeTest
    void aPushedDelegationShowsTheOuterBodyToo() {
        AsyncGenerator<Integer> outer = generator(y -> y.yieldAll(failing()));

        var error = catchThrowable(() -> read(Drive.PUSH, outer));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 2
                  at fail
                  at lambda in failing
                  at lambda in aPushedDelegationShowsTheOuterBodyToo
                  at read
                  at lambda in aPushedDelegationShowsTheOuterBodyToo
                  at aPushedDelegationShowsTheOuterBodyToo""");
    }

    @VirtualTimeTest
    void aTimeLimitThatPassesShowsWhereItWasMadeByWeft() {
        var error = catchThrowable(timeout(ms(10), () -> {
            Clock.pause(100);
            return null;
        })::await);

        assertThat(printed(error)).startsWith("""
                java.util.concurrent.TimeoutException: no result within 10ms
                  at dev.weft.Timeout.expired(Timeout.java:N)
                """);
    }

    // ---- across threads ----

    @VirtualTimeTest
    void gatherShowsTheTaskAndWhoAwaitedIt() {
        var error = catchThrowable(gather(() -> fail(1), () -> 2)::await);

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 1
                  at fail
                  at lambda in gatherShowsTheTaskAndWhoAwaitedIt
                Suppressed: requested at
                  at gatherShowsTheTaskAndWhoAwaitedIt""");
    }

    @EachDrive
    void mergeShowsTheSourceAndTheConsumer(Drive drive) {
        var error = catchThrowable(() -> read(drive, merge(failing(), never())));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 2
                  at fail
                  at lambda in failing
                Suppressed: requested at
                  at read
                  at lambda in mergeShowsTheSourceAndTheConsumer
                  at mergeShowsTheSourceAndTheConsumer""");
    }

    @EachDrive
    void bufferShowsTheSourceAndTheConsumerHoweverManyTasksAreBetween(Drive drive) {
        var error = catchThrowable(() ->
                read(drive, merge(failing().buffer(4), never()).buffer(4)));

        assertThat(printed(error)).isEqualTo("""
                java.lang.IllegalStateException: of 2
                  at fail
                  at lambda in failing
                Suppressed: requested at
                  at read
                  at lambda in bufferShowsTheSourceAndTheConsumerHoweverManyTasksAreBetween
                  at bufferShowsTheSourceAndTheConsumerHoweverManyTasksAreBetween""");
    }

    @VirtualTimeTest
    void aTaskThatIsAwaitedTwiceShowsTheFirstWhoAwaitedIt() {
        Task<Integer> task = spawn(() -> fail(1));

        var first = catchThrowable(task::await);
        var second = catchThrowable(task::await);

        assertThat(second).isSameAs(first);
        assertThat(printed(second)).isEqualTo("""
                java.lang.IllegalStateException: of 1
                  at fail
                  at lambda in aTaskThatIsAwaitedTwiceShowsTheFirstWhoAwaitedIt
                Suppressed: requested at
                  at aTaskThatIsAwaitedTwiceShowsTheFirstWhoAwaitedIt""");
    }

    // ---- what stays as it is ----

    @EachDrive
    void aTraceThatWasFilledInElsewhereStaysAsItIs(Drive drive) {
        var error = new IllegalStateException("made before");
        StackTraceElement[] before = error.getStackTrace();
        AsyncGenerator<Integer> numbers = generator(y -> {
            throw error;
        });

        catchThrowable(() -> read(drive, numbers));

        assertThat(error.getSuppressed()).isEmpty();
        assertThat(error.getStackTrace()).startsWith(before[0]).hasSizeLessThanOrEqualTo(before.length);
    }
}
