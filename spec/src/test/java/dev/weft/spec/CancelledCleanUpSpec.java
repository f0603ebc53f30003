package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import dev.weft.TaskGroup;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;

/// A task that was cancelled ends with its cancellation; what went wrong while it obeyed is not lost in that.
class CancelledCleanUpSpec {

    private final IOException failure = new IOException("of the clean-up");
    private final IOException other = new IOException("of another task");

    /// A buffer, whose reader has that failure suppressed in its cancellation.
    private final AsyncGenerator<Integer> numbers = generator("numbers", (dev.weft.Yielder<Integer> y) -> {
                try {
                    for (int i = 0; ; i++) {
                        y.yield(i);
                        pause(10);
                    }
                } finally {
                    failInCleanUp();
                }
            })
            .buffer(1);

    private void failInCleanUp() throws IOException {
        throw failure;
    }

    private int failLater() throws Exception {
        pause(5);
        throw other;
    }

    private static void leaveAfterOne(AsyncGenerator<?> generator) throws Exception {
        try (generator) {
            generator.anext().await();
            pause(5);
        }
    }

    @VirtualTimeTest
    void leavingMergeThrowsIt() {
        var error = catchThrowable(() -> leaveAfterOne(merge(numbers, never())));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void leavingMapConcurrentThrowsIt() {
        var error = catchThrowable(() -> leaveAfterOne(numbers.mapConcurrent(2, number -> number)));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void leavingFlatMapConcurrentThrowsIt() {
        var error = catchThrowable(() -> leaveAfterOne(of(1).flatMapConcurrent(2, number -> numbers)));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void leavingABufferThrowsIt() {
        var error = catchThrowable(() -> leaveAfterOne(numbers.buffer(2)));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void leavingADelayThrowsIt() {
        var error = catchThrowable(() -> leaveAfterOne(numbers.delay(Clock.ms(1))));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void leavingReadersOfOneSourceThrowsIt() {
        AsyncIterable<Integer> shared = numbers.share();

        var error = catchThrowable(() -> leaveAfterOne(merge(shared, shared)));

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void gatherSuppressesItInTheFailureThatCancelled() throws Exception {
        numbers.anext().await();
        Awaitable<Integer> next = numbers.anext();

        var error = catchThrowable(
                () -> gather(List.of(() -> reading(next), this::failLater)).await());

        assertThat(error).isSameAs(other).hasSuppressedException(failure);
    }

    @VirtualTimeTest
    void aTaskGroupSuppressesItInTheFailureThatCancelled() throws Exception {
        numbers.anext().await();

        var error = catchThrowable(() -> group((TaskGroup group) -> {
            group.spawn(() -> reading(numbers.anext()));
            group.spawn(this::failLater).await();
        }));

        assertThat(error).isSameAs(other).hasSuppressedException(failure);
    }

    @VirtualTimeTest
    void aTaskGroupWhoseBlockWasCancelledSuppressesItToo() throws Exception {
        numbers.anext().await();

        var error = catchThrowable(() -> group((TaskGroup group) -> {
            group.spawn(this::failLater);
            reading(numbers.anext());
        }));

        assertThat(error).isSameAs(other).hasSuppressedException(failure);
    }

    /// Waits for an element that comes too late.
    private int reading(Awaitable<Integer> next) throws Exception {
        next.await();
        return numbers.anext().await();
    }
}
