package dev.weft.reactor;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Generators and awaitables as `Flux` and `Mono`, and back.
class ReactorSpec {

    private final List<String> journal = new ArrayList<>();
    private final IOException failure = new IOException("of the source");

    /// Yields the elements, and notes its life.
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

    private AsyncGenerator<String> slow() {
        return generator("slow", y -> {
            try {
                sleep(Duration.ofHours(1));
            } finally {
                journal.add("closed");
            }
        });
    }

    private static void settleDown() throws InterruptedException {
        sleep(Duration.ofMillis(1));
    }

    /// A subscriber that notes what it gets, and asks for elements only when it is told to.
    private final class Asking extends BaseSubscriber<String> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            journal.add("subscribed");
        }

        @Override
        protected void hookOnNext(String element) {
            journal.add("next " + element);
        }
    }

    // ---- flux ----

    @VirtualTimeTest
    void aFluxEmitsWhatAGeneratorYields() throws Exception {
        List<String> all = WeftReactor.from(WeftReactor.flux(source("a", "b")).collectList())
                .await();

        assertThat(all).containsExactly("a", "b");
        assertThat(journal).containsExactly("yields a", "yields b", "closed");
    }

    @VirtualTimeTest
    void aFluxYieldsNoMoreThanIsRequested() throws Exception {
        var asking = new Asking();
        WeftReactor.flux(source("a", "b", "c")).subscribe(asking);
        settleDown();

        asking.request(1);
        settleDown();

        assertThat(journal).containsExactly("subscribed", "yields a", "next a");
        asking.cancel();
        settleDown();
        assertThat(journal).endsWith("closed");
    }

    @VirtualTimeTest
    void anOperatorThatHasEnoughClosesTheGenerator() throws Exception {
        List<String> two = WeftReactor.from(
                        WeftReactor.flux(source("a", "b", "c")).take(2).collectList())
                .await();
        settleDown();

        assertThat(two).containsExactly("a", "b");
        assertThat(journal).containsExactly("yields a", "yields b", "closed");
    }

    @VirtualTimeTest
    void disposingInterruptsAGeneratorThatWaits() throws Exception {
        Disposable subscription = WeftReactor.flux(slow()).subscribe();
        settleDown();

        subscription.dispose();
        settleDown();

        assertThat(journal).containsExactly("closed");
    }

    @VirtualTimeTest
    void aFailureOfTheGeneratorIsTheSameInstance() {
        Flux<String> failing = WeftReactor.flux(generator(y -> {
            y.yield("a");
            throw failure;
        }));

        var error = catchThrowable(() -> WeftReactor.from(failing.then()).await());

        assertThat(error).isSameAs(failure);
    }

    @VirtualTimeTest
    void nullIsRefusedWithTheFix() {
        Flux<String> gaps = WeftReactor.flux(source("a", null));

        assertThatNullPointerException()
                .isThrownBy(WeftReactor.from(gaps.then())::await)
                .withMessageContaining("filter it out, or map it");
        assertThat(journal).endsWith("closed");
    }

    @VirtualTimeTest
    void anIterableCanBeRepeated() throws Exception {
        AsyncIterable<String> again = () -> source("a");

        var all = WeftReactor.from(WeftReactor.flux(again).repeat(1).collectList())
                .await();

        assertThat(all).containsExactly("a", "a");
    }

    @VirtualTimeTest
    void aFluxComesBack() throws Exception {
        var flux = WeftReactor.flux(range(0, 1_000)).map(i -> i * 2).filter(i -> i % 3 == 0);

        assertThat(WeftReactor.from(flux, 8).take(3).toList()).containsExactly(0, 6, 12);
        settleDown();
    }

    // ---- mono ----

    @VirtualTimeTest
    void aMonoAwaitsForEachSubscriber() throws Exception {
        var mono = WeftReactor.mono(() -> {
            journal.add("runs");
            return "value";
        });

        assertThat(WeftReactor.from(mono).await()).isEqualTo("value");
        assertThat(WeftReactor.from(mono).await()).isEqualTo("value");
        assertThat(journal).containsExactly("runs", "runs");
    }

    @VirtualTimeTest
    void nullMakesAMonoEmpty() throws Exception {
        Mono<String> empty = WeftReactor.mono(Awaitable.completed(null));

        assertThat(WeftReactor.from(empty.defaultIfEmpty("empty")).await()).isEqualTo("empty");
    }

    @VirtualTimeTest
    void aFailureOfTheAwaitableIsTheSameInstance() {
        Mono<String> failing = WeftReactor.mono(Awaitable.failed(failure));

        assertThat(catchThrowable(WeftReactor.from(failing)::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void disposingInterruptsTheAwaitable() throws Exception {
        Disposable subscription = WeftReactor.mono(() -> {
                    try {
                        sleep(Duration.ofHours(1));
                        return "late";
                    } finally {
                        journal.add("interrupted");
                    }
                })
                .subscribe(journal::add, error -> journal.add("error " + error));
        settleDown();

        subscription.dispose();
        settleDown();

        assertThat(journal).containsExactly("interrupted");
    }

    // ---- from ----

    @VirtualTimeTest
    void aGeneratorReadsAFlux() {
        assertThat(WeftReactor.from(Flux.just("a", "b")).toList()).containsExactly("a", "b");
    }

    @VirtualTimeTest
    void noMoreIsAskedForThanThePrefetch() throws Exception {
        var flux = Flux.range(0, 100).doOnRequest(n -> journal.add("request " + n));

        try (var elements = WeftReactor.from(flux, 1)) {
            elements.anext().await();
            elements.anext().await();
        }

        assertThat(journal).containsExactly("request 1", "request 1");
    }

    @VirtualTimeTest
    void closingTheGeneratorCancelsTheFlux() throws Exception {
        var sink = Sinks.many().unicast().<String>onBackpressureBuffer();
        var elements = WeftReactor.from(sink.asFlux().doOnCancel(() -> journal.add("cancelled")));
        sink.tryEmitNext("a");

        assertThat(elements.anext().await()).isEqualTo("a");
        elements.close();

        assertThat(journal).containsExactly("cancelled");
    }

    @VirtualTimeTest
    void aFailureOfTheFluxIsTheSameInstance() {
        assertThat(catchThrowable(WeftReactor.from(Flux.error(failure))::toList))
                .isSameAs(failure);
    }

    @VirtualTimeTest
    void anEmptyMonoGivesNull() throws Exception {
        assertThat(WeftReactor.from(Mono.empty()).await()).isNull();
    }

    @VirtualTimeTest
    void aFailureOfTheMonoIsTheSameInstance() {
        assertThat(catchThrowable(WeftReactor.from(Mono.error(failure))::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void anInterruptCancelsTheMono() throws Exception {
        Task<Object> task = spawn(WeftReactor.from(Mono.never().doOnCancel(() -> journal.add("cancelled"))));
        settleDown();

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("cancelled");
    }

    // ---- the context ----

    private static final Mono<String> USER = Mono.deferContextual(context -> Mono.just(context.get("user")));

    @VirtualTimeTest
    void whatABodyAwaitsSeesTheContextOfTheSubscriber() throws Exception {
        Flux<String> greetings = WeftReactor.flux(generator(y -> {
            y.yield("hello " + WeftReactor.from(USER).await());
            y.yield("bye " + WeftReactor.from(USER.flux()).toList());
        }));

        var all = WeftReactor.from(greetings.collectList().contextWrite(context -> context.put("user", "Ada")))
                .await();

        assertThat(all).containsExactly("hello Ada", "bye [Ada]");
    }

    @VirtualTimeTest
    void theTasksOfABodySeeItToo() throws Exception {
        Mono<String> both = WeftReactor.mono(
                gather(WeftReactor.from(USER), spawning(WeftReactor.from(USER)), (one, two) -> one + " and " + two));

        assertThat(WeftReactor.from(both.contextWrite(context -> context.put("user", "Ada")))
                        .await())
                .isEqualTo("Ada and Ada");
    }

    private static <T> Awaitable<T> spawning(Awaitable<T> awaitable) {
        return () -> spawn(awaitable).await();
    }

    @VirtualTimeTest
    void eachSubscriberHasItsOwn() throws Exception {
        Mono<String> user = WeftReactor.mono(() -> WeftReactor.context().get("user"));

        assertThat(WeftReactor.from(user.contextWrite(context -> context.put("user", "Ada")))
                        .await())
                .isEqualTo("Ada");
        assertThat(WeftReactor.from(user.contextWrite(context -> context.put("user", "Bob")))
                        .await())
                .isEqualTo("Bob");
        assertThat(WeftReactor.context().isEmpty()).isTrue();
    }

    // ---- arguments ----

    @VirtualTimeTest
    void argumentsAreChecked() {
        assertThatNullPointerException()
                .isThrownBy(() -> WeftReactor.flux(null))
                .withMessage("source");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftReactor.mono(null))
                .withMessage("awaitable");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftReactor.from((Flux<?>) null))
                .withMessage("flux");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftReactor.from((Mono<?>) null))
                .withMessage("mono");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeftReactor.from(Flux.never(), 0))
                .withMessage("prefetch must be at least 1, was 0");
    }
}
