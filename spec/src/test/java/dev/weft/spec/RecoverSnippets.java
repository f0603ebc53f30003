package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Ending;
import dev.weft.RetryPolicy;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The examples of the Javadoc of `Recovering`, run as tests.
class RecoverSnippets {

    private final List<String> log = new ArrayList<>();
    private int calls;

    private AsyncGenerator<String> download() {
        return generator(y -> {
            if (++calls < 3) {
                throw new IOException("connection reset");
            }
            y.yield("page");
        });
    }

    @VirtualTimeTest
    void retryReadsAnew() {
        // @start region=retry
        RetryPolicy patiently = RetryPolicy.attempts(5)
                .backoff(Duration.ofMillis(100)) // 100ms, 200ms, 400ms, ...
                .maxDelay(Duration.ofSeconds(1))
                .onlyIf(failure -> failure instanceof IOException);

        AsyncGenerator<String> pages = retry(patiently, () -> download()); // a new generator for each attempt
        // @end

        assertThat(pages.toList()).containsExactly("page");
        assertThat(Clock.now()).isEqualTo(300);
    }

    @VirtualTimeTest
    void retryOfWhatCanBeReadAgain() {
        // @start region=retryAgain
        AsyncIterable<String> site = () -> download(); // can be read again and again

        String page = site.retry(RetryPolicy.attempts(3)).first();
        // @end

        assertThat(page).isEqualTo("page");
    }

    @VirtualTimeTest
    void onErrorResumeGoesOnWithAnother() {
        // @start region=onErrorResume
        AsyncGenerator<String> pages = download().onErrorResume(failure -> of("from the cache"));
        // @end
        // @start region=onErrorResumeType
        AsyncGenerator<String> others =
                download().onErrorResume(IOException.class, failure -> of(failure.getMessage()));
        // @end

        assertThat(pages.toList()).containsExactly("from the cache");
        assertThat(others.toList()).containsExactly("connection reset");
    }

    @VirtualTimeTest
    void onErrorYieldAndMapAnswerAFailure() {
        // @start region=onErrorYield
        AsyncGenerator<String> pages = download().onErrorYield("no page");
        // @end
        // @start region=onErrorMap
        AsyncGenerator<String> unchecked = download()
                .onErrorMap(failure -> failure instanceof IOException io ? new UncheckedIOException(io) : failure);
        // @end

        assertThat(pages.toList()).containsExactly("no page");
        assertThat(catchThrowable(unchecked::toList)).isInstanceOf(UncheckedIOException.class);
    }

    @VirtualTimeTest
    void onErrorYieldTellsWhatHappened() {
        // @start region=onErrorYieldResult
        AsyncGenerator<String> reasons = download().onErrorYield(Throwable::getMessage);
        // @end

        assertThat(reasons.toList()).containsExactly("connection reset");
    }

    @VirtualTimeTest
    void onStartAndOnEachWatch() {
        // @start region=onStart
        AsyncGenerator<Integer> started = of(1).onStart(() -> log.add("connecting"));
        // @end
        // @start region=onEach
        AsyncGenerator<Integer> watched = started.onEach(n -> log.add("got " + n));
        // @end

        watched.count();

        assertThat(log).containsExactly("connecting", "got 1");
    }

    @VirtualTimeTest
    void onEndAndOnCloseTellHowItEnded() {
        // @start region=onEnd
        AsyncGenerator<Integer> told = range(0, 9)
                .onEnd(ending -> log.add(
                        switch (ending) {
                            case Ending.Completed() -> "completed";
                            case Ending.Failed(Throwable error) -> "failed with " + error;
                            case Ending.Closed() -> "closed early";
                        }));
        // @end
        // @start region=onClose
        AsyncGenerator<Integer> closed = range(0, 9).onClose(() -> log.add("closed"));
        // @end

        told.first();
        closed.first();

        assertThat(log).containsExactly("closed early", "closed");
    }
}
