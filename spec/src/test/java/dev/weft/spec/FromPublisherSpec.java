package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;

/// `from(Flow.Publisher)`: a source that a publisher feeds.
class FromPublisherSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the publisher");
    private final Emitting publisher = new Emitting();

    /// A publisher that notes what it is asked for, and emits what it is told to, wanted or not.
    private final class Emitting implements Flow.Publisher<String>, Flow.Subscription {
        private Flow.Subscriber<? super String> subscriber;

        @Override
        public void subscribe(Flow.Subscriber<? super String> given) {
            journal.note("subscribe");
            subscriber = given;
            given.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            journal.note("request " + n);
        }

        @Override
        public void cancel() {
            journal.note("cancel");
        }

        void emit(String... elements) {
            for (String element : elements) {
                subscriber.onNext(element);
            }
        }

        void complete() {
            subscriber.onComplete();
        }

        void fail() {
            subscriber.onError(failure);
        }
    }

    /// Numbers from 0 up as text, as they are asked for.
    private final class Counting implements Flow.Publisher<String> {
        @Override
        public void subscribe(Flow.Subscriber<? super String> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                private int next;

                @Override
                public void request(long n) {
                    journal.note("request " + n);
                    IntStream.range(0, (int) n).forEach(_ -> subscriber.onNext("" + next++));
                }

                @Override
                public void cancel() {
                    journal.note("cancel");
                }
            });
        }
    }

    @VirtualTimeTest
    void makingItSubscribesToNothing() throws Exception {
        var elements = from(publisher);

        elements.close();

        assertThat(journal).isEmpty();
    }

    @EachDrive
    void whatIsEmittedIsReadToItsEnd(Drive drive) throws Exception {
        spawn(() -> {
            pause(10);
            publisher.emit("a", "b");
            pause(10);
            publisher.complete();
        });

        drive.read(from(publisher), element -> journal.noteTime("read " + element));

        assertThat(journal).containsExactly("subscribe", "request 256", "read a at 10", "read b at 10");
    }

    @EachDrive
    void theFailureComesOutAfterWhatWasEmittedBefore(Drive drive) {
        spawn(() -> {
            publisher.emit("a");
            publisher.fail();
        });

        var error = catchThrowable(() -> drive.read(from(publisher), element -> journal.note("read " + element)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("subscribe", "request 256", "read a");
    }

    @EachDrive
    void aConsumerThatWantsNoMoreCancels(Drive drive) throws Exception {
        drive.read(from(new Counting(), 4).take(2), element -> journal.note("read " + element));

        assertThat(journal).containsExactly("request 4", "read 0", "read 1", "cancel");
    }

    @EachDrive
    void aFailingConsumerCancels(Drive drive) {
        var error = catchThrowable(() -> drive.read(from(new Counting(), 4), _ -> Failing.with(failure)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("request 4", "cancel");
    }

    @EachDrive
    void noMoreIsAskedForInAdvanceThanThePrefetch(Drive drive) throws Exception {
        drive.read(from(new Counting(), 4).take(7), element -> journal.note("read " + element));

        assertThat(journal)
                .containsExactly(
                        "request 4",
                        "read 0",
                        "read 1",
                        "read 2",
                        "request 3",
                        "read 3",
                        "read 4",
                        "read 5",
                        "request 3",
                        "read 6",
                        "cancel");
    }

    @EachDrive
    void withAPrefetchOfOneEachElementIsAskedForWhenItIsWanted(Drive drive) throws Exception {
        drive.read(from(new Counting(), 1).take(2), element -> journal.note("read " + element));

        assertThat(journal).containsExactly("request 1", "read 0", "request 1", "read 1", "cancel");
    }

    @VirtualTimeTest
    void aCloseCancelsOnceAndDropsWhatWasEmitted() throws Exception {
        var elements = from(publisher);
        spawn(() -> publisher.emit("a", "dropped"));
        elements.anext().await();

        elements.close();
        elements.close();
        publisher.emit("late");
        publisher.complete();

        assertThat(journal).containsExactly("subscribe", "request 256", "cancel");
        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(elements.anext()::await);
    }

    @VirtualTimeTest
    void aCancelWhileTheConsumerWaitsCancels() throws Exception {
        Task<Void> reader = spawn(() -> from(publisher).forEach(journal::note));
        pause(10);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("subscribe", "request 256", "cancel");
    }

    @VirtualTimeTest
    void afterTheEndNothingIsCancelled() throws Exception {
        var elements = from(publisher);
        spawn(publisher::complete);

        assertThat(elements.toList()).isEmpty();

        assertThat(journal).containsExactly("subscribe", "request 256");
    }

    @VirtualTimeTest
    void aSubscriptionThatComesAfterTheCloseIsCancelled() throws Exception {
        var late = new Emitting();
        AsyncGenerator<String> elements =
                from(subscriber -> late.subscriber = (Flow.Subscriber<? super String>) subscriber);
        Task<String> step = spawn(elements.anext());
        pause(10);
        elements.close();

        late.subscriber.onSubscribe(late);

        assertThat(journal).containsExactly("cancel");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(step::await);
    }

    @VirtualTimeTest
    void aSubscriptionThatComesLaterIsAskedThen() throws Exception {
        var late = new Emitting();
        AsyncGenerator<String> elements =
                from(subscriber -> late.subscriber = (Flow.Subscriber<? super String>) subscriber);
        Task<String> step = spawn(elements.anext());
        pause(10);

        late.subscriber.onSubscribe(late);
        pause(10);
        late.emit("a");

        assertThat(step.await()).isEqualTo("a");
        elements.close();
        assertThat(journal).containsExactly("request 256", "cancel");
    }

    @VirtualTimeTest
    void aSecondSubscriptionIsCancelled() throws Exception {
        var elements = from(publisher);
        spawn(() -> {
            publisher.subscriber.onSubscribe(new Emitting());
            publisher.emit("a");
        });

        assertThat(elements.anext().await()).isEqualTo("a");

        assertThat(journal).containsExactly("subscribe", "request 256", "cancel");
        elements.close();
    }

    @VirtualTimeTest
    void aPublisherThatEmitsMoreThanItWasAskedForIsCancelled() throws Exception {
        var elements = from(publisher, 2);
        spawn(() -> publisher.emit("a", "b", "c", "d"));

        var error = catchThrowable(() -> elements.forEach(element -> journal.note("read " + element)));

        assertThat(error)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("emitted more than the 2 elements that it was asked for");
        assertThat(journal).containsExactly("subscribe", "request 2", "cancel", "read a", "read b");
    }

    @VirtualTimeTest
    void whatSubscribeThrowsComesOut() {
        AsyncGenerator<String> elements = from(_ -> {
            throw new IllegalStateException("no subscribers");
        });

        assertThatIllegalStateException().isThrownBy(elements::toList).withMessage("no subscribers");
    }

    @VirtualTimeTest
    void aPublisherMayNotEmitNull() throws Exception {
        var elements = from(publisher);
        spawn(() -> {
            assertThatNullPointerException().isThrownBy(() -> publisher.subscriber.onNext(null));
            assertThatNullPointerException().isThrownBy(() -> publisher.subscriber.onError(null));
            assertThatNullPointerException().isThrownBy(() -> publisher.subscriber.onSubscribe(null));
            publisher.complete();
        });

        assertThat(elements.toList()).isEmpty();
    }

    @VirtualTimeTest
    void aThreadOutsideMayEmit() throws Exception {
        AsyncGenerator<String> elements = from(subscriber -> Thread.ofPlatform().start(() -> {
            new Counting().subscribe(subscriber);
        }));

        assertThat(elements.take(3).toList()).containsExactly("0", "1", "2");
    }

    @VirtualTimeTest
    void whatWeftPublishesComesBack() {
        assertThat(from(range(0, 1_000).publisher(), 7).toList()).hasSize(1_000).startsWith(0, 1, 2);
    }

    @VirtualTimeTest
    void millionsOfReadyElementsNeitherOverflowNorRecurse() {
        assertThat(from(new Counting()).take(1_000_000).collect(counting())).isEqualTo(1_000_000);
    }

    @VirtualTimeTest
    void argumentsAreChecked() {
        assertThatNullPointerException()
                .isThrownBy(() -> from((Flow.Publisher<String>) null))
                .withMessage("publisher");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(publisher, 0))
                .withMessage("prefetch must be at least 1, was 0");
    }
}
