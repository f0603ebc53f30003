package dev.weft.rxjava;

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
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Generators and awaitables as `Flowable`, `Single`, `Maybe` and `Completable`, and back.
class RxJavaSpec {

    private final List<String> journal = new ArrayList<>();
    private final List<Throwable> dropped = new ArrayList<>();
    private final IOException failure = new IOException("of the source");

    @BeforeEach
    void keepDroppedErrors() {
        RxJavaPlugins.setErrorHandler(dropped::add);
    }

    @AfterEach
    void resetErrorHandler() {
        RxJavaPlugins.setErrorHandler(null);
    }

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

    /// Waits for an hour, and notes when it is interrupted.
    private String waiting() throws InterruptedException {
        try {
            sleep(Duration.ofHours(1));
            return "late";
        } finally {
            journal.add("interrupted");
        }
    }

    private static void settleDown() throws InterruptedException {
        sleep(Duration.ofMillis(1));
    }

    // ---- flowable ----

    @VirtualTimeTest
    void aFlowableEmitsWhatAGeneratorYields() throws Exception {
        var all = WeftRxJava.from(WeftRxJava.flowable(source("a", "b")).toList());

        assertThat(all.await()).containsExactly("a", "b");
        assertThat(journal).containsExactly("yields a", "yields b", "closed");
    }

    @VirtualTimeTest
    void aFlowableYieldsNoMoreThanIsRequested() throws Exception {
        var asking = WeftRxJava.flowable(source("a", "b", "c")).test(0);
        settleDown();

        asking.request(1);
        settleDown();

        asking.assertValuesOnly("a");
        assertThat(journal).containsExactly("yields a");
        asking.cancel();
        settleDown();
        assertThat(journal).endsWith("closed");
    }

    @VirtualTimeTest
    void aFailureOfTheGeneratorIsTheSameInstance() {
        var failing = WeftRxJava.flowable(generator(y -> {
            throw failure;
        }));

        assertThat(catchThrowable(WeftRxJava.from(failing.ignoreElements())::await))
                .isSameAs(failure);
    }

    @VirtualTimeTest
    void nullIsRefusedWithTheFix() {
        var gaps = WeftRxJava.flowable(source("a", null));

        assertThatNullPointerException()
                .isThrownBy(WeftRxJava.from(gaps.ignoreElements())::await)
                .withMessageContaining("filter it out, or map it");
    }

    @VirtualTimeTest
    void anIterableCanBeRepeated() throws Exception {
        AsyncIterable<String> again = () -> source("a");

        var twice = WeftRxJava.from(WeftRxJava.flowable(again).repeat(2).toList());

        assertThat(twice.await()).containsExactly("a", "a");
    }

    @VirtualTimeTest
    void aGeneratorReadsAFlowable() {
        assertThat(WeftRxJava.from(Flowable.range(0, 1_000)).take(2).toList()).containsExactly(0, 1);
    }

    @VirtualTimeTest
    void noMoreIsAskedForThanThePrefetchAndACloseCancels() throws Exception {
        var flowable = Flowable.range(0, 100)
                .doOnRequest(n -> journal.add("request " + n))
                .doOnCancel(() -> journal.add("cancelled"));

        try (var elements = WeftRxJava.from(flowable, 1)) {
            elements.anext().await();
            elements.anext().await();
        }

        assertThat(journal).containsExactly("request 1", "request 1", "cancelled");
    }

    @VirtualTimeTest
    void aFailureOfTheFlowableIsTheSameInstance() {
        assertThat(catchThrowable(WeftRxJava.from(Flowable.error(failure))::toList))
                .isSameAs(failure);
    }

    // ---- single, maybe, completable ----

    @VirtualTimeTest
    void theyGiveWhatIsAwaited() throws Exception {
        assertThat(WeftRxJava.from(WeftRxJava.single(Awaitable.completed("a"))).await())
                .isEqualTo("a");
        assertThat(WeftRxJava.from(WeftRxJava.maybe(Awaitable.completed("b"))).await())
                .isEqualTo("b");
        assertThat(WeftRxJava.from(WeftRxJava.maybe(Awaitable.completed(null))).await())
                .isNull();
        assertThat(WeftRxJava.from(WeftRxJava.completable(() -> journal.add("c")))
                        .await())
                .isNull();
        assertThat(journal).containsExactly("c");
    }

    @VirtualTimeTest
    void aSingleCannotBeNull() {
        assertThatNullPointerException()
                .isThrownBy(WeftRxJava.from(WeftRxJava.single(Awaitable.completed(null)))::await)
                .withMessage("a Single cannot be null: use WeftRxJava.maybe");
    }

    @VirtualTimeTest
    void failuresOfWhatIsAwaitedAreTheSameInstance() {
        Awaitable<String> failing = Awaitable.failed(failure);

        assertThat(catchThrowable(WeftRxJava.from(WeftRxJava.single(failing))::await))
                .isSameAs(failure);
        assertThat(catchThrowable(WeftRxJava.from(WeftRxJava.maybe(failing))::await))
                .isSameAs(failure);
        assertThat(catchThrowable(WeftRxJava.from(WeftRxJava.completable(failing::await))::await))
                .isSameAs(failure);
    }

    @VirtualTimeTest
    void disposingInterruptsWhatIsAwaited() throws Exception {
        var subscriptions = List.<Disposable>of(
                WeftRxJava.single(this::waiting).subscribe(value -> journal.add(value)),
                WeftRxJava.maybe(this::waiting).subscribe(value -> journal.add(value)),
                WeftRxJava.completable(this::waiting).subscribe(() -> journal.add("done")));
        settleDown();

        subscriptions.forEach(Disposable::dispose);
        settleDown();

        assertThat(journal).containsExactly("interrupted", "interrupted", "interrupted");
        assertThat(dropped).isEmpty();
    }

    @VirtualTimeTest
    void aFailureAfterTheDisposalGoesToTheHandlerOfErrors() throws Exception {
        Disposable subscription = WeftRxJava.single(() -> {
                    try {
                        return waiting();
                    } catch (InterruptedException e) {
                        throw failure;
                    }
                })
                .subscribe(value -> journal.add(value));
        settleDown();

        subscription.dispose();
        settleDown();

        assertThat(dropped).singleElement().extracting(Throwable::getCause).isSameAs(failure);
    }

    @VirtualTimeTest
    void anInterruptDisposes() throws Exception {
        List<Task<?>> tasks = List.of(
                spawn(WeftRxJava.from(Single.never().doOnDispose(() -> journal.add("disposed")))),
                spawn(WeftRxJava.from(Maybe.never().doOnDispose(() -> journal.add("disposed")))),
                spawn(WeftRxJava.from(Completable.never().doOnDispose(() -> journal.add("disposed")))));
        settleDown();

        tasks.forEach(Task::cancel);
        settleDown();

        assertThat(journal).containsExactly("disposed", "disposed", "disposed");
        assertThat(tasks)
                .allSatisfy(task ->
                        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await));
    }

    @VirtualTimeTest
    void failuresOfRxJavaAreTheSameInstance() {
        assertThat(catchThrowable(WeftRxJava.from(Single.error(failure))::await))
                .isSameAs(failure);
        assertThat(catchThrowable(WeftRxJava.from(Maybe.error(failure))::await)).isSameAs(failure);
        assertThat(catchThrowable(WeftRxJava.from(Completable.error(failure))::await))
                .isSameAs(failure);
    }

    @VirtualTimeTest
    void argumentsAreChecked() {
        assertThatNullPointerException()
                .isThrownBy(() -> WeftRxJava.flowable(null))
                .withMessage("source");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftRxJava.single(null))
                .withMessage("awaitable");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftRxJava.maybe(null))
                .withMessage("awaitable");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftRxJava.completable(null))
                .withMessage("action");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftRxJava.from((Flowable<?>) null))
                .withMessage("flowable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeftRxJava.from(Flowable.never(), 0))
                .withMessage("prefetch must be at least 1, was 0");
    }
}
