package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// `toCompletableFuture`: a terminal in a task.
class ToCompletableFutureSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("a failure");

    private AsyncGenerator<Integer> slow() {
        return generator(y -> {
            try {
                pause(10);
                y.yield(1);
                pause(10);
                y.yield(2);
            } finally {
                journal.noteTime("closed");
            }
        });
    }

    @VirtualTimeTest
    void theFutureHasAllElements() throws Exception {
        CompletableFuture<List<Integer>> all = slow().toCompletableFuture();
        assertThat(all).isNotDone();

        assertThat(Awaitable.of(all).await()).containsExactly(1, 2);
        assertThat(journal).containsExactly("closed at 20");
    }

    @VirtualTimeTest
    void theFutureHasTheFirstElementAndTheSourceIsClosed() throws Exception {
        CompletableFuture<Integer> first = slow().toCompletableFuture(AsyncIterable::first);

        assertThat(Awaitable.of(first).await()).isEqualTo(1);
        assertThat(journal).containsExactly("closed at 10");
    }

    @VirtualTimeTest
    void theFutureFailsWithTheSourcesFailure() {
        CompletableFuture<List<Object>> all = fail(failure).toCompletableFuture();

        assertThat(catchThrowable(() -> Awaitable.of(all).await())).isSameAs(failure);
    }

    @VirtualTimeTest
    void cancellingTheFutureClosesTheSource() throws Exception {
        CompletableFuture<List<Integer>> all = slow().toCompletableFuture();
        pause(15);

        all.cancel(true);
        pause(1);

        assertThat(journal).containsExactly("closed at 15");
    }

    @VirtualTimeTest
    void cancellingBeforeTheTaskHasBegunClosesTheSourceUnread() throws Exception {
        CompletableFuture<List<Integer>> all = journal.source("source", 1)
                .onClose(() -> journal.note("closed"))
                .toCompletableFuture();

        all.cancel(true);

        assertThat(journal).containsExactly("closed");
        pause(1);
        assertThat(journal).containsExactly("closed");
    }

    @VirtualTimeTest
    void theEndOfTheRunCancelsTheFuture() throws Exception {
        var all = new AtomicReference<CompletableFuture<List<Integer>>>();

        run(() -> {
            all.set(slow().toCompletableFuture());
            pause(15);
        });

        assertThat(all.get()).isCancelled();
        assertThat(journal).containsExactly("closed at 15");
    }

    @VirtualTimeTest
    void aTerminalIsNeeded() {
        assertThatNullPointerException()
                .isThrownBy(() -> of(1).toCompletableFuture(null))
                .withMessage("terminal");
    }
}
