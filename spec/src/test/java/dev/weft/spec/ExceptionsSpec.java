package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorBody;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Exceptions are transparent: the same instance comes out, whatever is between, and what loses is suppressed in what
/// wins.
class ExceptionsSpec {

    private final IOException failure = new IOException("of the body");

    /// Yields 1, and fails.
    private AsyncGenerator<Integer> failing() {
        return generator("failing", y -> {
            y.yield(1);
            throw failure;
        });
    }

    private void assertSame(ThrowingCallable code) {
        assertThat(catchThrowable(code)).isSameAs(failure);
    }

    // ---- the same instance ----

    @VirtualTimeTest
    void throughAStep() throws Exception {
        AsyncGenerator<Integer> numbers = failing();
        numbers.anext().await();

        assertSame(numbers.anext()::await);
    }

    @EachDrive
    void throughAnyDrive(Drive drive) {
        assertSame(() -> drive.read(failing(), number -> {}));
    }

    @EachDrive
    void throughOperators(Drive drive) {
        assertSame(() -> drive.read(
                failing()
                        .map(number -> number + 1)
                        .filter(number -> true)
                        .scan(0, Integer::sum)
                        .take(10),
                number -> {}));
    }

    @EachDrive
    void throughZip(Drive drive) {
        assertSame(() -> drive.read(failing().zip(of(1, 2, 3), Integer::sum), number -> {}));
    }

    @EachDrive
    void throughMerge(Drive drive) {
        assertSame(() -> drive.read(merge(failing(), of(1, 2, 3)), number -> {}));
    }

    @EachDrive
    void throughDelegation(Drive drive) {
        assertSame(() -> drive.read(generator(y -> y.yieldAll(generator(z -> z.yieldAll(failing())))), number -> {}));
    }

    @EachDrive
    void throughLoopsInBodies(Drive drive) {
        AsyncGenerator<Integer> outer = generator(y -> {
            for (int number : failing()) {
                y.yield(number);
            }
        });

        assertSame(() -> drive.read(outer, number -> {}));
    }

    @VirtualTimeTest
    void throughToListAndCollectAndStream() {
        assertSame(failing()::toList);
        assertSame(() -> failing().collect(Collectors.counting()));
        assertSame(() -> {
            try (Stream<Integer> numbers = failing().stream()) {
                numbers.toList();
            }
        });
    }

    @VirtualTimeTest
    void throughATask() {
        Task<List<Integer>> task = spawn(() -> failing().toList());

        assertSame(task::await);
        assertSame(task::join);
    }

    @VirtualTimeTest
    void throughGatherAndRaceAndTimeout() {
        Awaitable<List<Integer>> list = () -> failing().toList();

        assertSame(gather(list, Awaitable.completed(List.of()))::await);
        assertSame(race(list, () -> {
            pause(10);
            return List.of();
        })::await);
        assertSame(timeout(ms(10), list)::await);
    }

    @VirtualTimeTest
    void throughRunAndGroup() {
        assertSame(() -> run(() -> failing().toList()));
        assertSame(() -> group(tasks -> {
            tasks.spawn(() -> failing().toList());
        }));
    }

    @VirtualTimeTest
    void throughAllOfThemAtOnce() {
        assertSame(() -> run(() -> spawn(gather(
                        timeout(ms(10), () -> failing().map(number -> number).toList()),
                        Awaitable.completed(List.<Integer>of())))
                .await()));
    }

    @EachDrive
    void anErrorToo(Drive drive) {
        var error = new StackOverflowError("of the body");
        AsyncGenerator<Integer> numbers = generator(y -> {
            throw error;
        });

        assertThat(catchThrowable(() -> drive.read(numbers, number -> {}))).isSameAs(error);
    }

    @EachDrive
    void anExceptionWithoutSuppressionToo(Drive drive) {
        var plain = new RuntimeException("plain", null, false, false) {
            private static final long serialVersionUID = 1L;
        };
        AsyncGenerator<Integer> numbers = generator(y -> {
            throw plain;
        });

        assertThat(catchThrowable(() -> drive.read(numbers, number -> {}))).isSameAs(plain);
    }

    @VirtualTimeTest
    void anExceptionThatBothConsumerAndCleanUpThrowIsNotSuppressedInItself() throws Exception {
        GeneratorBody<Integer> body = y -> {
            try {
                y.yield(1);
                y.yield(2);
            } finally {
                Failing.with(failure);
            }
        };
        AsyncGenerator<Integer> begun = generator(body);
        begun.anext().await();

        assertSame(() -> begun.each(number -> {
            throw failure;
        }));
        assertSame(() -> generator(body).each(number -> {
            throw failure;
        }));
    }

    // ---- the consumer's frames ----

    @VirtualTimeTest
    void theConsumersFramesAreAddedOnceWhereAThreadWasCrossed() {
        Task<List<Integer>> task = spawn(() -> failing().toList());

        var error = catchThrowable(task::await);

        assertThat(requests(error)).singleElement().satisfies(request -> {
            assertThat(request).hasToString("requested at");
            assertThat(request.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(ExceptionsSpec.class.getName())
                            && frame.getMethodName().equals("theConsumersFramesAreAddedOnceWhereAThreadWasCrossed"));
        });
    }

    @VirtualTimeTest
    void theConsumersFramesAreAddedOnceHoweverManyThreadsAreCrossed() {
        Task<Object> outer = spawn(() -> spawn(() -> {
                    for (int number : failing()) {
                        pause(number);
                    }
                    return null;
                })
                .await());

        var error = catchThrowable(outer::await);

        assertThat(error).isSameAs(failure);
        assertThat(requests(error)).hasSize(1);
    }

    @VirtualTimeTest
    void theConsumersFramesAreAddedOnceHoweverOftenATaskIsAwaited() {
        Task<Object> task = spawn(Awaitable.failed(failure));

        catchThrowable(task::await);
        catchThrowable(task::await);
        catchThrowable(task::await);

        assertThat(requests(failure)).hasSize(1);
    }

    @VirtualTimeTest
    void anExceptionThatIsThrownOverAndOverDoesNotGrow() {
        for (int i = 0; i < 100; i++) {
            catchThrowable(gather(Awaitable.failed(failure), Awaitable.failed(failure))::await);
        }

        assertThat(failure.getSuppressed()).hasSize(1);
    }

    @VirtualTimeTest
    void noFramesAreAddedWhereNoThreadIsCrossed() {
        catchThrowable(() -> failing().forEach(number -> {}));

        assertThat(failure.getSuppressed()).isEmpty();
    }

    @VirtualTimeTest
    void framesOfWeftItselfAreLeftOut() {
        Task<Object> task = spawn(Awaitable.failed(failure));
        catchThrowable(task::await);

        assertThat(requests(failure).getFirst().getStackTrace())
                .noneMatch(frame -> frame.getClassName().startsWith("dev.weft.internal."))
                .noneMatch(frame -> frame.getClassName().equals("dev.weft.RunningTask"));
    }

    private static List<Throwable> requests(Throwable error) {
        return Arrays.stream(error.getSuppressed())
                .filter(suppressed -> suppressed.toString().equals("requested at"))
                .toList();
    }
}
