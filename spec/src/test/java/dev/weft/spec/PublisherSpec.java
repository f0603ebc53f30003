package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// `publisher`: a source as a `java.util.concurrent.Flow.Publisher`.
class PublisherSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the source");
    private final List<LateError> late = new ArrayList<>();
    private final RunOptions keepingLateErrors = RunOptions.defaults().lateErrors(late::add);

    // ---- demand ----

    @VirtualTimeTest
    void nothingRunsBeforeAnElementIsRequested() throws Exception {
        var subscriber = new Subscribing<String>(journal);

        journal.source("source", "a").publisher().subscribe(subscriber);
        pause(10);

        assertThat(journal).containsExactly("subscribed");
        subscriber.cancel();
        pause(1);
    }

    @VirtualTimeTest
    void everyElementIsSignalledAndThenTheEnd() throws Exception {
        new Subscribing<String>(journal).to(journal.source("source", "a", "b").publisher(), Long.MAX_VALUE);
        pause(10);

        assertThat(journal)
                .containsExactly(
                        "subscribed",
                        "source a",
                        "next a at 0",
                        "source b",
                        "next b at 0",
                        "source closed",
                        "complete at 0");
    }

    @VirtualTimeTest
    void theSourceIsNotAskedForMoreThanIsRequested() throws Exception {
        var subscriber = new Subscribing<String>(journal);

        subscriber.to(journal.source("source", "a", "b", "c").publisher(), 1);
        pause(10);
        subscriber.request(1);
        pause(10);

        assertThat(journal).containsExactly("subscribed", "source a", "next a at 0", "source b", "next b at 10");
        subscriber.cancel();
        pause(1);
    }

    @VirtualTimeTest
    void requestsAddUp() throws Exception {
        var subscriber = new Subscribing<Integer>(journal).to(range(0, 9).publisher(), 1);

        subscriber.request(1);
        subscriber.request(1);
        pause(10);

        assertThat(journal).containsExactly("subscribed", "next 0 at 0", "next 1 at 0", "next 2 at 0");
        subscriber.cancel();
        pause(1);
    }

    @VirtualTimeTest
    void requestsThatAddUpToMoreThanThereIsAreWithoutEnd() throws Exception {
        var subscriber = new Subscribing<Integer>(journal).to(range(0, 2).publisher(), Long.MAX_VALUE);

        subscriber.request(Long.MAX_VALUE);
        pause(10);

        assertThat(journal).containsExactly("subscribed", "next 0 at 0", "next 1 at 0", "complete at 0");
    }

    @VirtualTimeTest
    void aRequestForEachElementDoesNotRecurse() throws Exception {
        var depth = new AtomicReference<>(0L);
        var subscriber = new Subscribing<Integer>(new Journal(), (_, subscription) -> {
            depth.accumulateAndGet(StackWalker.getInstance().walk(frames -> frames.count()), Math::max);
            subscription.request(1);
        });

        subscriber.to(range(0, 10_000).publisher(), 1);
        pause(10);

        assertThat(depth.get()).isBetween(1L, 200L);
    }

    @VirtualTimeTest
    void aRequestThatIsNotPositiveIsRefusedAndClosesTheSource() throws Exception {
        var subscriber = new Subscribing<String>(journal)
                .to(journal.source("source", "a", "b").publisher(), 1);
        pause(10);

        subscriber.request(0);
        subscriber.request(-1);
        pause(10);

        assertThat(journal)
                .containsExactly(
                        "subscribed",
                        "source a",
                        "next a at 0",
                        "source closed",
                        "error java.lang.IllegalArgumentException: request must be positive, was 0"
                                + " (Reactive Streams rule 3.9) at 10");
    }

    @VirtualTimeTest
    void aBadRequestWhileTheSourceWaitsInterruptsIt() throws Exception {
        var subscriber =
                new Subscribing<String>(journal).to(SlowSource.in(journal).publisher(), 1);
        pause(10);

        subscriber.request(-3);
        pause(10);

        assertThat(journal)
                .containsExactly(
                        "subscribed",
                        "interrupted at 10",
                        "closed at 15",
                        "error java.lang.IllegalArgumentException: request must be positive, was -3"
                                + " (Reactive Streams rule 3.9) at 15");
    }

    // ---- errors ----

    @VirtualTimeTest
    void aFailureIsSignalledAsTheSameInstance() throws Exception {
        var seen = new AtomicReference<Throwable>();
        AsyncGenerator<String> failing = generator(y -> {
            y.yield("a");
            throw failure;
        });

        failing.publisher().subscribe(keepingTheError(seen));
        pause(10);

        assertThat(seen).hasValue(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @VirtualTimeTest
    void aSourceThatCannotBeOpenedSaysSoWithoutARequest() throws Exception {
        AsyncIterable<String> broken = () -> {
            throw new IllegalStateException("no source");
        };

        broken.publisher().subscribe(new Subscribing<>(journal));
        pause(10);

        assertThat(journal).containsExactly("subscribed", "error java.lang.IllegalStateException: no source at 0");
    }

    @VirtualTimeTest
    void nullClosesTheSourceAndSaysTheFix() throws Exception {
        AsyncGenerator<String> gaps = journal.source("gaps", "a", null, "c");

        new Subscribing<String>(journal).to(gaps.publisher(), 9);
        pause(10);

        assertThat(journal)
                .containsExactly(
                        "subscribed",
                        "gaps a",
                        "next a at 0",
                        "gaps null",
                        "gaps closed",
                        "error java.lang.NullPointerException: a publisher cannot emit null, and gaps yielded it;"
                                + " filter it out, or map it to something else at 0");
    }

    @VirtualTimeTest
    void whatASubscriberThrowsCancelsAndIsALateError() throws Exception {
        var mistake = new IllegalStateException("of the subscriber");
        run(keepingLateErrors, () -> {
            new Subscribing<String>(journal, (_, _) -> {
                        throw mistake;
                    })
                    .to(journal.source("source", "a", "b").publisher(), 9);
            pause(10);
        });

        assertThat(journal).containsExactly("subscribed", "source a", "next a at 0", "source closed");
        assertThat(late).extracting(LateError::error).containsExactly(mistake);
    }

    // ---- subscribers ----

    @VirtualTimeTest
    void aSecondSubscriberOfAGeneratorIsRefused() throws Exception {
        var publisher = generator("source", y -> y.yield("a")).publisher();
        publisher.subscribe(keepingTheError(new AtomicReference<>()));

        publisher.subscribe(new Subscribing<>(journal));
        pause(1);

        assertThat(journal)
                .containsExactly(
                        "subscribed",
                        "error java.lang.IllegalStateException: publisher of source has had its subscriber: source"
                                + " can be read once; publish a lambda that makes a new generator for each subscriber"
                                + " at 0");
    }

    @VirtualTimeTest
    void eachSubscriberOfAnIterableGetsARunOfItsOwn() throws Exception {
        AsyncIterable<Integer> again = () -> range(0, 2);
        var publisher = again.publisher();

        new Subscribing<Integer>(journal).to(publisher, 9);
        pause(10);
        new Subscribing<Integer>(journal).to(publisher, 9);
        pause(10);

        assertThat(journal)
                .containsExactly(
                        "subscribed",
                        "next 0 at 0",
                        "next 1 at 0",
                        "complete at 0",
                        "subscribed",
                        "next 0 at 10",
                        "next 1 at 10",
                        "complete at 10");
    }

    @VirtualTimeTest
    void aGeneratorThatHasBegunPublishesTheRest() throws Exception {
        AsyncGenerator<String> source = journal.source("source", "a", "b");
        source.anext().await();

        new Subscribing<String>(journal).to(source.publisher(), 9);
        pause(10);

        assertThat(journal)
                .containsExactly("source a", "subscribed", "source b", "next b at 0", "source closed", "complete at 0");
    }

    @VirtualTimeTest
    void anIteratorWrittenByHandIsClosed() throws Exception {
        var source = new ByHand();

        var subscriber = new Subscribing<Integer>(journal).to(source.publisher(), 2);
        pause(10);
        subscriber.cancel();
        pause(10);

        assertThat(journal).containsExactly("subscribed", "next 0 at 0", "next 1 at 0", "closed");
    }

    @VirtualTimeTest
    void nullIsNoSubscriber() {
        var publisher = range(0, 1).publisher();

        assertThatNullPointerException()
                .isThrownBy(() -> publisher.subscribe(null))
                .withMessage("subscriber");
    }

    // ---- runs ----

    @VirtualTimeTest
    void theEndOfTheRunClosesTheSourceAndTellsTheSubscriber() throws Exception {
        run(() -> {
            new Subscribing<String>(journal).to(SlowSource.in(journal).publisher(), 1);
            pause(10);
        });

        assertThat(journal)
                .startsWith("subscribed", "interrupted at 10", "closed at 15")
                .element(3)
                .asString()
                .startsWith("error java.util.concurrent.CancellationException: the task that publishes slow");
    }

    @VirtualTimeTest
    void aRunThatEndsAtOnceTellsTheSubscriberToo() throws Exception {
        var seen = new AtomicReference<Throwable>();

        run(() -> range(0, 9).publisher().subscribe(keepingTheError(seen)));
        pause(10);

        assertThat(seen.get()).isInstanceOf(CancellationException.class);
    }

    @Test
    void outsideOfARunItIsServedAllTheSame() throws Exception {
        var end = new CompletableFuture<Boolean>();

        of("a").publisher().subscribe(new Completing(end));

        assertThat(end.get(10, TimeUnit.SECONDS)).isTrue();
    }

    // ---- what they need ----

    private static Flow.Subscriber<Object> keepingTheError(AtomicReference<Throwable> error) {
        return new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Object element) {
                // It is not about the elements.
            }

            @Override
            public void onError(Throwable thrown) {
                error.set(thrown);
            }

            @Override
            public void onComplete() {
                // It is not about the end.
            }
        };
    }

    /// An iterator that is no generator.
    private final class ByHand implements AsyncIterator<Integer>, AutoCloseable {
        private int next;

        @Override
        public Awaitable<Integer> anext() {
            return () -> next++;
        }

        @Override
        public void close() {
            journal.note("closed");
        }
    }

    /// A subscriber that tells of the end, and whether it runs on a virtual thread.
    private record Completing(CompletableFuture<Boolean> end) implements Flow.Subscriber<Object> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
            subscription.request(1);
        }

        @Override
        public void onNext(Object element) {
            // It is not about the elements.
        }

        @Override
        public void onError(Throwable error) {
            end.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            end.complete(Thread.currentThread().isVirtual());
        }
    }
}
