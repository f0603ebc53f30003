package dev.weft.mutiny;

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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Generators and awaitables as `Multi` and `Uni`, and back.
class MutinySpec {

    private final List<String> journal = new ArrayList<>();
    private final List<Throwable> dropped = new ArrayList<>();
    private final IOException failure = new IOException("of the source");

    @BeforeEach
    void keepDroppedErrors() {
        Infrastructure.setDroppedExceptionHandler(dropped::add);
    }

    @AfterEach
    void resetErrorHandler() {
        Infrastructure.resetDroppedExceptionHandler();
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

    // ---- multi ----

    @VirtualTimeTest
    void aMultiEmitsWhatAGeneratorYields() throws Exception {
        var all = WeftMutiny.from(WeftMutiny.multi(source("a", "b")).collect().asList());

        assertThat(all.await()).containsExactly("a", "b");
        assertThat(journal).containsExactly("yields a", "yields b", "closed");
    }

    @VirtualTimeTest
    void aMultiYieldsNoMoreThanIsRequested() throws Exception {
        var asking = WeftMutiny.multi(source("a", "b", "c")).subscribe().withSubscriber(AssertSubscriber.create(0));
        settleDown();

        asking.request(1);
        settleDown();

        asking.assertItems("a").assertNotTerminated();
        assertThat(journal).containsExactly("yields a");
        asking.cancel();
        settleDown();
        assertThat(journal).endsWith("closed");
    }

    @VirtualTimeTest
    void aFailureOfTheGeneratorIsTheSameInstance() {
        Multi<String> failing = WeftMutiny.multi(generator(y -> {
            throw failure;
        }));

        assertThat(catchThrowable(WeftMutiny.from(failing.collect().asList())::await))
                .isSameAs(failure);
    }

    @VirtualTimeTest
    void nullIsRefusedWithTheFix() {
        var gaps = WeftMutiny.multi(source("a", null));

        assertThatNullPointerException()
                .isThrownBy(WeftMutiny.from(gaps.collect().asList())::await)
                .withMessageContaining("filter it out, or map it");
    }

    @VirtualTimeTest
    void anIterableCanBeRepeated() throws Exception {
        AsyncIterable<String> again = () -> source("a");

        var multi = WeftMutiny.multi(again);
        var twice = WeftMutiny.from(
                Multi.createBy().concatenating().streams(multi, multi).collect().asList());

        assertThat(twice.await()).containsExactly("a", "a");
    }

    @VirtualTimeTest
    void aGeneratorReadsAMulti() {
        assertThat(WeftMutiny.from(Multi.createFrom().range(0, 1_000)).take(2).toList())
                .containsExactly(0, 1);
    }

    @VirtualTimeTest
    void noMoreIsAskedForThanThePrefetchAndACloseCancels() throws Exception {
        var multi = Multi.createFrom()
                .range(0, 100)
                .onRequest()
                .invoke(n -> journal.add("request " + n))
                .onCancellation()
                .invoke(() -> journal.add("cancelled"));

        try (var elements = WeftMutiny.from(multi, 1)) {
            elements.anext().await();
            elements.anext().await();
        }

        assertThat(journal).containsExactly("request 1", "request 1", "cancelled");
    }

    @VirtualTimeTest
    void aFailureOfTheMultiIsTheSameInstance() {
        Multi<String> failing = Multi.createFrom().failure(failure);

        assertThat(catchThrowable(WeftMutiny.from(failing)::toList)).isSameAs(failure);
    }

    // ---- uni ----

    @VirtualTimeTest
    void aUniGivesWhatIsAwaited() throws Exception {
        assertThat(WeftMutiny.from(WeftMutiny.uni(Awaitable.completed("a"))).await())
                .isEqualTo("a");
        assertThat(WeftMutiny.from(WeftMutiny.uni(Awaitable.completed(null))).await())
                .isNull();
    }

    @VirtualTimeTest
    void aFailureOfWhatIsAwaitedIsTheSameInstance() {
        assertThat(catchThrowable(WeftMutiny.from(WeftMutiny.uni(Awaitable.failed(failure)))::await))
                .isSameAs(failure);
    }

    @VirtualTimeTest
    void cancellingInterruptsWhatIsAwaited() throws Exception {
        Cancellable subscription = WeftMutiny.uni(this::waiting).subscribe().with(journal::add);
        settleDown();

        subscription.cancel();
        settleDown();

        assertThat(journal).containsExactly("interrupted");
        assertThat(dropped).isEmpty();
    }

    @VirtualTimeTest
    void aFailureAfterTheCancelIsDroppedByMutinysHandler() throws Exception {
        Cancellable subscription = WeftMutiny.<String>uni(() -> {
                    try {
                        return waiting();
                    } catch (InterruptedException e) {
                        throw failure;
                    }
                })
                .subscribe()
                .with(journal::add);
        settleDown();

        subscription.cancel();
        settleDown();

        assertThat(dropped).containsExactly(failure);
    }

    @VirtualTimeTest
    void anInterruptCancelsTheUni() throws Exception {
        Uni<String> never = Uni.createFrom().nothing();
        Task<String> task = spawn(WeftMutiny.from(never.onCancellation().invoke(() -> journal.add("cancelled"))));
        settleDown();

        task.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::await);
        assertThat(journal).containsExactly("cancelled");
    }

    @VirtualTimeTest
    void aFailureOfTheUniIsTheSameInstance() {
        Uni<String> failing = Uni.createFrom().failure(failure);

        assertThat(catchThrowable(WeftMutiny.from(failing)::await)).isSameAs(failure);
    }

    @VirtualTimeTest
    void argumentsAreChecked() {
        assertThatNullPointerException()
                .isThrownBy(() -> WeftMutiny.multi(null))
                .withMessage("source");
        assertThatNullPointerException().isThrownBy(() -> WeftMutiny.uni(null)).withMessage("awaitable");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftMutiny.from((Multi<?>) null))
                .withMessage("multi");
        assertThatNullPointerException()
                .isThrownBy(() -> WeftMutiny.from((Uni<?>) null))
                .withMessage("uni");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeftMutiny.from(Multi.createFrom().<String>nothing(), 0))
                .withMessage("prefetch must be at least 1, was 0");
    }
}
