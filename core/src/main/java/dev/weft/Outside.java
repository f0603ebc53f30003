package dev.weft;

import dev.weft.spi.Runtime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Waits for what runs outside Weft.
final class Outside {

    /// What a wait for outside waits for. Tells a runtime in virtual time that it cannot know when that comes.
    private record Completion(Object of) implements Runtime.Outside {
        @Override
        public String toString() {
            return "the completion of " + of;
        }
    }

    private Outside() {}

    static <T extends @Nullable Object> T await(CompletionStage<T> stage) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        var _ = stage.whenComplete((value, error) -> {
            if (error == null) {
                done.complete(value);
            } else {
                done.completeExceptionally(error);
            }
        });
        awaitDone(done, stage);
        return resultOf(done);
    }

    static <T extends @Nullable Object> T await(Future<T> future) throws Exception {
        return switch (future) {
            case Task<T> task -> task.await();
            case CompletableFuture<T> stage -> awaitOwned(stage);
            default -> awaitPlain(future);
        };
    }

    private static <T extends @Nullable Object> T awaitOwned(CompletableFuture<T> stage) throws InterruptedException {
        try {
            awaitDone(stage, stage);
        } catch (InterruptedException e) {
            stage.cancel(true);
            throw e;
        }
        return resultOf(stage);
    }

    /// A plain future tells nobody when it is done: somebody has to block in it.
    private static <T extends @Nullable Object> T awaitPlain(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw Throw.unchecked(causeOf(e));
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }

    /// Takes from a queue, which tells nobody when it has an element: somebody has to block in it.
    static <T> T take(BlockingQueue<? extends T> queue) throws InterruptedException {
        T element = queue.poll();
        return element == null ? queue.take() : element;
    }

    private static void awaitDone(CompletableFuture<?> done, Object shown) throws InterruptedException {
        Runtime runtime = Context.current().runtime();
        Thread me = runtime.current();
        var _ = done.whenComplete((_, _) -> runtime.unpark(me));
        Wait.until(done::isDone, new Completion(shown));
    }

    private static <T extends @Nullable Object> T resultOf(Future<T> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case CANCELLED -> throw new CancellationException("the awaited future was cancelled");
            default -> throw Throw.unchecked(causeOf(done.exceptionNow()));
        };
    }

    private static Throwable causeOf(Throwable wrapped) {
        Throwable cause = wrapped;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof CancellationException ? cause : Requested.at(cause);
    }
}
