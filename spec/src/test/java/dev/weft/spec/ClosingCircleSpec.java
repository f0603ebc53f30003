package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.concurrent.atomic.AtomicReference;

/// More of what [SharedCloseSpec] specifies: closes by bodies, and circles of them.
class ClosingCircleSpec {

    private final Journal journal = new Journal();

    // ---- F3: circles ----

    @VirtualTimeTest
    void aCloseThroughAnotherBodyThatTheBodyAwaitsIsRefused() throws Exception {
        var outer = new AtomicReference<AsyncGenerator<String>>();
        AsyncGenerator<String> inner = generator(y -> y.yield("close " + Refusal.of(outer.get()::close)));
        outer.set(generator(y -> y.yield(inner.anext().await())));

        assertThat(outer.get().anext().await()).isEqualTo("close ALREADY_RUNNING");

        inner.close();
        outer.get().close();
    }

    @VirtualTimeTest
    void bodiesThatCloseEachOtherAreRefusedAndNotDeadlocked() throws Exception {
        var second = new AtomicReference<AsyncGenerator<Integer>>();
        AsyncGenerator<Integer> first = generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(10);
                journal.note("first closes: " + outcome(second.get()));
            }
        });
        second.set(generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(10);
                journal.note("second closes: " + outcome(first));
            }
        }));
        first.anext().await();
        second.get().anext().await();

        Task<Void> closeFirst = spawn(first.aclose());
        Task<Void> closeSecond = spawn(second.get().aclose());
        closeFirst.await();
        closeSecond.await();

        assertThat(journal).containsExactlyInAnyOrder("first closes: closed", "second closes: ALREADY_RUNNING");
    }

    @VirtualTimeTest
    void aCircleOfThreeIsRefusedWhereItCloses() throws Exception {
        var all = new AtomicReference<AsyncGenerator<?>[]>();
        AsyncGenerator<?>[] ring = {closingAnother(all, 1, 10), closingAnother(all, 2, 20), closingAnother(all, 0, 30)};
        all.set(ring);
        ring[0].anext().await();
        ring[1].anext().await();
        ring[2].anext().await();

        Task<Void> close0 = spawn(ring[0].aclose());
        Task<Void> close1 = spawn(ring[1].aclose());
        Task<Void> close2 = spawn(ring[2].aclose());
        close0.await();
        close1.await();
        close2.await();

        assertThat(journal).containsExactly("0: ALREADY_RUNNING", "2: closed", "1: closed");
    }

    private AsyncGenerator<Integer> closingAnother(
            AtomicReference<AsyncGenerator<?>[]> all, int other, long afterMillis) {
        return generator(y -> {
            try {
                y.yield(1);
            } finally {
                pause(afterMillis);
                journal.note(other + ": " + outcome(all.get()[other]));
            }
        });
    }

    private static String outcome(AsyncGenerator<?> closed) {
        Throwable error = catchThrowable(closed::close);
        return error == null ? "closed" : Refusal.reasonOf(error).toString();
    }

    @VirtualTimeTest
    void aCircleThroughAStepIsRefused() throws Exception {
        var second = new AtomicReference<AsyncGenerator<Integer>>();
        AsyncGenerator<Integer> first = generator(y -> {
            Clock.sitOut(20);
            journal.note("first closes: " + outcome(second.get()));
        });
        second.set(generator(y -> {
            Clock.sitOut(10);
            journal.note("second closes: " + outcome(first));
        }));

        Task<Integer> stepOfFirst = spawn(first.anext());
        Task<Integer> stepOfSecond = spawn(second.get().anext());
        catchThrowable(stepOfFirst::await);
        catchThrowable(stepOfSecond::await);

        assertThat(journal).contains("first closes: ALREADY_RUNNING");
    }

    @VirtualTimeTest
    void aBodyMayCloseAGeneratorThatItReads() throws Exception {
        AsyncGenerator<Integer> inner = journal.source("inner", 1, 2);
        AsyncGenerator<Integer> outer = generator(y -> {
            y.yield(inner.anext().await());
            inner.close();
            journal.note("outer goes on");
        });

        assertThat(outer.toList()).containsExactly(1);
        assertThat(journal).containsExactly("inner 1", "inner closed", "outer goes on");
    }

    @VirtualTimeTest
    void aTaskThatTheBodyWaitsForClosesItByCancellingThatWait() throws Exception {
        var self = new AtomicReference<AsyncGenerator<String>>();
        var closer = new AtomicReference<Task<Void>>();
        self.set(generator(y -> {
            closer.set(spawn(self.get().aclose()));
            try {
                closer.get().await();
            } catch (InterruptedException e) {
                journal.note("cancelled");
                throw e;
            }
        }));

        Throwable error = catchThrowable(self.get().anext()::await);

        assertThat(journal).containsExactly("cancelled");
        assertThat(error).isInstanceOf(InterruptedException.class);
        closer.get().await();
    }
}
