package dev.weft.reactivestreams;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Generators as publishers of Reactive Streams, and back.
class ReactiveStreamsSpec {

    private final List<String> journal = new ArrayList<>();
    private final IOException failure = new IOException("of the source");

    private AsyncGenerator<String> source(String... elements) {
        return generator("source", y -> {
            try {
                for (String element : elements) {
                    journal.add("yields " + element);
                    y.yield(element);
                }
            } finally {
                journal.add("closed");
            }
        });
    }

    private static void settleDown() throws InterruptedException {
        sleep(Duration.ofMillis(1));
    }

    /// Notes what it gets, and asks for elements only when it is told to.
    private final class Asking implements Subscriber<String> {
        private Subscription subscription;

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(String element) {
            journal.add("next " + element);
        }

        @Override
        public void onError(Throwable error) {
            journal.add("error " + error.getMessage());
        }

        @Override
        public void onComplete() {
            journal.add("complete");
        }
    }

    @VirtualTimeTest
    void aPublisherYieldsNoMoreThanIsRequestedAndACancelClosesIt() throws Exception {
        var asking = new Asking();
        WeftReactiveStreams.publisher(source("a", "b", "c")).subscribe(asking);
        settleDown();

        asking.subscription.request(2);
        settleDown();
        asking.subscription.cancel();
        settleDown();

        assertThat(journal).containsExactly("yields a", "next a", "yields b", "next b", "closed");
    }

    @VirtualTimeTest
    void theEndIsSignalledAfterTheCleanUp() throws Exception {
        var asking = new Asking();
        WeftReactiveStreams.publisher(source("a")).subscribe(asking);

        asking.subscription.request(9);
        settleDown();

        assertThat(journal).containsExactly("yields a", "next a", "closed", "complete");
    }

    @VirtualTimeTest
    void nullIsRefusedWithTheFix() throws Exception {
        var asking = new Asking();
        WeftReactiveStreams.publisher(source("a", null)).subscribe(asking);

        asking.subscription.request(9);
        settleDown();

        assertThat(journal)
                .endsWith("error a publisher cannot emit null, and source yielded it;"
                        + " filter it out, or map it to something else");
    }

    @VirtualTimeTest
    void whatIsPublishedComesBack() {
        Publisher<String> publisher = WeftReactiveStreams.publisher(source("a", "b"));

        assertThat(WeftReactiveStreams.from(publisher).toList()).containsExactly("a", "b");
    }

    @VirtualTimeTest
    void aFailureIsTheSameInstanceThereAndBack() {
        Publisher<String> failing = WeftReactiveStreams.publisher(generator(y -> {
            throw failure;
        }));

        assertThat(catchThrowable(WeftReactiveStreams.from(failing)::toList)).isSameAs(failure);
    }

    @VirtualTimeTest
    void aCloseCancelsThePublisher() throws Exception {
        var elements = WeftReactiveStreams.from(WeftReactiveStreams.publisher(source("a", "b", "c")), 1);

        assertThat(elements.anext().await()).isEqualTo("a");
        elements.close();
        settleDown();

        assertThat(journal).containsExactly("yields a", "closed");
    }

    @VirtualTimeTest
    void argumentsAreChecked() {
        assertThatNullPointerException()
                .isThrownBy(() -> WeftReactiveStreams.publisher(null))
                .withMessage("source");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftReactiveStreams.from(null))
                .withMessage("publisher");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftReactiveStreams.from(null, 1))
                .withMessage("publisher");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeftReactiveStreams.from(WeftReactiveStreams.publisher(source()), 0))
                .withMessage("prefetch must be at least 1, was 0");
    }
}
