package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/// What cancelling a subscription does to the source that is published.
class PublisherCancelSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the source");
    private final List<LateError> late = new ArrayList<>();
    private final RunOptions keepingLateErrors = RunOptions.defaults().lateErrors(late::add);

    @VirtualTimeTest
    void aCancelClosesTheSourceAndTheSubscriberHearsNoMore() throws Exception {
        var subscriber = new Subscribing<String>(journal)
                .to(journal.source("source", "a", "b").publisher(), 1);
        pause(10);

        subscriber.cancel();
        subscriber.cancel();
        subscriber.request(1);
        pause(10);

        assertThat(journal).containsExactly("subscribed", "source a", "next a at 0", "source closed");
    }

    @VirtualTimeTest
    void aCancelInTheSubscriberEndsTheSourceAtItsYield() throws Exception {
        var subscriber = new Subscribing<String>(journal, (_, subscription) -> subscription.cancel());

        subscriber.to(journal.source("source", "a", "b").publisher(), 9);
        pause(10);

        assertThat(journal).containsExactly("subscribed", "source a", "next a at 0", "source closed");
    }

    @VirtualTimeTest
    void aCancelReachesASourceThatWaitsAndLeavesItsCleanUpAlone() throws Exception {
        var subscriber =
                new Subscribing<String>(journal).to(SlowSource.in(journal).publisher(), 1);
        pause(10);

        subscriber.cancel();
        pause(10);

        assertThat(journal).containsExactly("subscribed", "interrupted at 10", "closed at 15");
    }

    @VirtualTimeTest
    void aCancelDoesNotInterruptTheSubscriber() throws Exception {
        var subscriber = new Subscribing<String>(journal, (_, _) -> {
            Clock.sitOut(20);
            journal.noteTime("interrupted: " + Thread.currentThread().isInterrupted());
        });
        subscriber.to(journal.source("source", "a", "b").publisher(), 9);
        pause(10);

        subscriber.cancel();
        pause(20);

        assertThat(journal)
                .containsExactly("subscribed", "source a", "next a at 0", "interrupted: false at 20", "source closed");
    }

    @VirtualTimeTest
    void aCancelBeforeAnyRequestRunsNothingAndClosesWhatTheSourceReads() throws Exception {
        var subscriber = new Subscribing<Integer>(journal);
        var numbers = from(List.of(1, 2).stream().onClose(() -> journal.note("stream closed")));

        numbers.map(i -> i + 1).publisher().subscribe(subscriber);
        subscriber.cancel();
        pause(10);

        assertThat(journal).containsExactly("subscribed", "stream closed");
    }

    @VirtualTimeTest
    void aFailureAfterTheCancelIsALateError() throws Exception {
        run(keepingLateErrors, () -> {
            var subscriber = new Subscribing<String>(journal).to(unclean().publisher(), 1);
            pause(10);
            subscriber.cancel();
        });

        assertThat(journal).containsExactly("subscribed", "next a at 0");
        assertThat(late).extracting(LateError::error).containsExactly(failure);
        assertThat(late)
                .extracting(LateError::what)
                .allMatch(what -> what.endsWith("after its subscriber had cancelled"));
    }

    @VirtualTimeTest
    void aCancelAfterTheEndDoesNothing() throws Exception {
        var subscriber = new Subscribing<Integer>(journal).to(range(0, 1).publisher(), 9);
        pause(10);

        subscriber.cancel();
        subscriber.request(-1);
        pause(10);

        assertThat(journal).containsExactly("subscribed", "next 0 at 0", "complete at 0");
    }

    private AsyncGenerator<String> unclean() {
        return generator(y -> {
            try {
                y.yield("a");
            } finally {
                Failing.with(failure);
            }
        });
    }

    @VirtualTimeTest
    void anInterruptEndsItThoughMoreIsRequested() throws Exception {
        var subscriber = new Subscribing<String>(
                journal, (_, _) -> Thread.currentThread().interrupt());

        subscriber.to(journal.source("source", "a", "b").publisher(), Long.MAX_VALUE);
        pause(10);

        assertThat(journal)
                .containsExactly(
                        "subscribed",
                        "source a",
                        "next a at 0",
                        "source closed",
                        "error java.util.concurrent.CancellationException: the task that publishes source was cancelled"
                                + " at 0");
    }

    @VirtualTimeTest
    void aSubscriberThatRefusesItsSubscriptionHasCancelled() throws Exception {
        var mistake = new IllegalStateException("of the subscriber");
        run(keepingLateErrors, () -> {
            journal.source("source", "a").publisher().subscribe(new Throwing("onSubscribe", mistake));
            pause(10);
        });

        assertThat(journal).isEmpty();
        assertThat(late).extracting(LateError::error).containsExactly(mistake);
    }

    @VirtualTimeTest
    void whatASubscriberThrowsAtTheEndIsALateError() throws Exception {
        var mistake = new IllegalStateException("of the subscriber");
        run(keepingLateErrors, () -> {
            journal.source("source", "a").publisher().subscribe(new Throwing("onComplete", mistake));
            pause(10);
        });

        assertThat(journal).containsExactly("source a", "source closed");
        assertThat(late).extracting(LateError::error).containsExactly(mistake);
    }

    /// A subscriber that asks for everything, and throws in one of its methods.
    private record Throwing(String method, RuntimeException mistake) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            throwIn("onSubscribe");
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String element) {
            throwIn("onNext");
        }

        @Override
        public void onError(Throwable error) {
            throwIn("onError");
        }

        @Override
        public void onComplete() {
            throwIn("onComplete");
        }

        private void throwIn(String here) {
            if (here.equals(method)) {
                throw mistake;
            }
        }
    }
}
