package dev.weft.interop;

import static dev.weft.Async.from;
import static dev.weft.Async.spawn;

import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import org.reactivestreams.tck.flow.support.TestException;

/// A task that reads a publisher with a generator, one element for each permit, and the subscriber that this gives.
final class Reading implements Flow.Publisher<Integer> {

    private final CompletableFuture<Flow.Subscriber<? super Integer>> subscriber = new CompletableFuture<>();
    private final Semaphore permits = new Semaphore(0);
    private final AsyncGenerator<Integer> elements;
    private final Task<Void> task;

    Reading(int prefetch) {
        elements = from(this, prefetch);
        task = spawn(this::run);
    }

    private void run() throws Exception {
        try (elements) {
            while (true) {
                permits.acquire();
                elements.anext().await();
            }
        } catch (StopAsyncIteration | TestException end) {
            // That is how it ends; the exception is the kit's.
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> given) {
        subscriber.complete(given);
    }

    Flow.Subscriber<? super Integer> subscriber() {
        return subscriber.join();
    }

    void read(int count) {
        permits.release(count);
    }

    void cancel() {
        task.cancel();
    }
}
