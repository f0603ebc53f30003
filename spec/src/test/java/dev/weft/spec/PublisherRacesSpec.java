package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;

/// What must hold of subscriptions in whatever order things happen at one moment: each test runs under two hundred
/// schedules.
class PublisherRacesSpec {

    private static final int SEEDS = 200;

    private final List<Object> signals = new ArrayList<>();
    private final AtomicInteger cleanUps = new AtomicInteger();

    /// Yields the numbers from 0 on, one each 10 ms; its clean-up takes 5 ms, and notes an interrupt.
    private final AsyncGenerator<Integer> numbers = generator("numbers", y -> {
        try {
            for (int i = 0; ; i++) {
                pause(10);
                y.yield(i);
            }
        } finally {
            pause(5); // throws if it is interrupted, and then there is no clean-up
            cleanUps.incrementAndGet();
        }
    });

    /// Asks for everything at once, and keeps what it gets.
    private final class Keeping implements Flow.Subscriber<Integer> {
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer element) {
            signals.add(element);
        }

        @Override
        public void onError(Throwable error) {
            signals.add(error.getClass().getSimpleName());
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }

    private Keeping subscribe() {
        var subscriber = new Keeping();
        numbers.publisher().subscribe(subscriber);
        return subscriber;
    }

    @VirtualTimeTest(explore = SEEDS)
    void aCancelAtTheMomentOfAnElementClosesOnceAndUndisturbed() throws Exception {
        var subscriber = subscribe();
        var canceller = spawn(() -> {
            pause(20);
            subscriber.subscription.cancel();
            return signals.size();
        });
        int seen = canceller.await();
        pause(50);

        assertThat(signals).hasSize(seen).doesNotContain("complete");
        assertThat(cleanUps).hasValue(1);
    }

    @VirtualTimeTest(explore = SEEDS)
    void aBadRequestAtTheMomentOfAnElementIsTheLastSignal() throws Exception {
        var subscriber = subscribe();
        spawn(() -> {
            pause(20);
            subscriber.subscription.request(-1);
        });
        pause(70);

        assertThat(signals).endsWith("IllegalArgumentException");
        assertThat(signals).filteredOn(String.class::isInstance).hasSize(1);
        assertThat(cleanUps).hasValue(1);
    }

    @VirtualTimeTest(explore = SEEDS)
    void theEndOfTheRunAtTheMomentOfAnElementIsSignalledOnce() throws Exception {
        run(() -> {
            subscribe();
            pause(20);
        });

        assertThat(signals).endsWith("CancellationException");
        assertThat(signals).filteredOn(String.class::isInstance).hasSize(1);
    }

    @VirtualTimeTest(explore = SEEDS)
    void theEndOfTheRunMeetsACancel() throws Exception {
        run(() -> {
            var subscriber = subscribe();
            spawn(() -> {
                pause(20);
                subscriber.subscription.cancel();
            });
            pause(20);
        });

        assertThat(signals).filteredOn(String.class::isInstance).hasSizeLessThanOrEqualTo(1);
    }

    @VirtualTimeTest(explore = SEEDS)
    void noElementOfAPublisherIsLostOrSeenTwice() {
        var source = new SubmissionPublisher<Integer>(Runnable::run, 4);
        var feeder = spawn(() -> {
            pause(1);
            for (int i = 0; i < 20; i++) {
                while (source.offer(i, null) < 0) {
                    pause(0);
                }
                pause(i % 3);
            }
            source.close();
        });

        assertThat(from(source, 3).map(PublisherRacesSpec::slowly).toList())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        feeder.join();
    }

    private static int slowly(int i) throws InterruptedException {
        pause(i % 2);
        return i;
    }

    @VirtualTimeTest(explore = SEEDS)
    void aCloseAtTheMomentOfAnElementCancelsThePublisher() throws Exception {
        var elements = from(numbers.publisher(), 1);
        Task<Integer> step = spawn(elements.anext());
        pause(10);

        elements.close();
        pause(50);

        assertThat(catchThrowable(step::await))
                .satisfiesAnyOf(
                        error -> assertThat(error).isNull(),
                        error -> assertThat(error)
                                .isInstanceOfAny(CancellationException.class, StopAsyncIteration.class));
        assertThat(cleanUps).hasValue(1);
    }
}
