package dev.weft.spec.semantics;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorStateException;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Sections B and D to H of the semantics: single steps, overlaps, awaitables, and errors of the body.
class SemanticsStepsSpec {

    private final Notes notes = new Notes();

    @VirtualTimeTest
    @SuppressWarnings("NullAway")
    void s17_anextChecksItsArgumentAtTheCall() {
        assertThatNullPointerException().isThrownBy(() -> anext(null));
        assertThatNullPointerException().isThrownBy(() -> anext(null, "default"));
        assertThatNullPointerException().isThrownBy(() -> aiter(null));
    }

    @VirtualTimeTest
    void s25_whatIsThrownInAndNotHandledComesBackAsTheSameObject() throws Exception {
        var thrown = new IOException("thrown in");
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);
        numbers.anext().await();

        var error = catchThrowable(numbers.athrow(thrown)::await);

        assertThat(error).isSameAs(thrown).hasNoCause();
        assertThat(notes).containsExactly("numbers sees IOException", "numbers clean");
    }

    @VirtualTimeTest
    void s27_anExceptionThatReplacesTheThrownOneKnowsItOnlyAsItsCause() throws Exception {
        var thrown = new IOException("thrown in");
        AsyncGenerator<Integer> forgetful = generator(y -> {
            try {
                y.yield(1);
            } catch (Exception e) {
                throw new IllegalStateException("replacement");
            }
        });
        AsyncGenerator<Integer> mindful = generator(y -> {
            try {
                y.yield(1);
            } catch (Exception e) {
                throw new IllegalStateException("replacement", e);
            }
        });
        forgetful.anext().await();
        mindful.anext().await();

        assertThat(catchThrowable(forgetful.athrow(thrown)::await))
                .hasMessage("replacement")
                .hasNoCause();
        assertThat(catchThrowable(mindful.athrow(thrown)::await))
                .hasMessage("replacement")
                .hasCause(thrown);
    }

    @VirtualTimeTest
    @SuppressWarnings("NullAway")
    void s33_throwingNothingInIsRefusedAtTheCallAndHarmless() throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);
        numbers.anext().await();

        assertThatNullPointerException().isThrownBy(() -> numbers.athrow(null)).withMessage("error");

        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    void s48_aCloseThroughAnotherBodyIsRefusedAfterADelegationToo() throws Exception {
        var self = new AtomicReference<AsyncGenerator<Integer>>();
        AsyncGenerator<Integer> inner = generator(y -> {
            y.yieldAll(of(1));
            notes.add("refused: " + catchThrowable(self.get()::close).getClass().getSimpleName());
            y.yield(2);
        });
        self.set(generator(y -> {
            try (inner) {
                for (int number : inner) {
                    y.yield(number);
                }
            }
        }));

        assertThat(self.get().anext().await()).isEqualTo(1);
        assertThat(self.get().anext().await()).isEqualTo(2);
        self.get().close();

        assertThat(notes).containsExactly("refused: GeneratorStateException");
    }

    @VirtualTimeTest
    void s53_aStepRunsFromItsAwaitToTheNextYieldWaitsIncluded() throws Exception {
        AsyncGenerator<Integer> numbers = generator(y -> {
            sleep(Duration.ofMillis(10));
            y.yield(1);
            sleep(Duration.ofMillis(10));
            y.yield(2);
        });
        Awaitable<Integer> described = numbers.anext();
        assertThat(described).isNotNull();

        Task<Integer> first = spawn(numbers.anext());
        sleep(Duration.ofMillis(5));
        assertThat(refusal(numbers)).isEqualTo(ALREADY_RUNNING);
        sleep(Duration.ofMillis(100));
        assertThat(first.await()).isEqualTo(1);

        // It is at its yield: not running.
        Task<Integer> second = spawn(numbers.anext());
        sleep(Duration.ofMillis(5));
        assertThat(refusal(numbers)).isEqualTo(ALREADY_RUNNING);
        assertThat(second.await()).isEqualTo(2);

        // At the end: not running either.
        assertThat(numbers.anext(-1).await()).isEqualTo(-1);
        assertThat(numbers.anext(-1).await()).isEqualTo(-1);
    }

    private static GeneratorStateException.Reason refusal(AsyncGenerator<Integer> generator) {
        return catchThrowableOfType(GeneratorStateException.class, generator.anext()::await)
                .reason();
    }

    @VirtualTimeTest
    void s56_aStepThatIsNeverAwaitedDoesNothing() throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 1);

        var forgotten = List.of(numbers.anext(), numbers.athrow(new IOException("never thrown")), numbers.aclose());

        assertThat(forgotten).hasSize(3);
        assertThat(numbers.anext().await()).isEqualTo(1);
        assertThat(numbers.anext(-1).await()).isEqualTo(-1);
        assertThat(notes).containsExactly("numbers clean");
    }

    @VirtualTimeTest
    void s59_aStepMayBecomeATaskWhichMayBeAwaitedTwice() throws Exception {
        AsyncGenerator<Integer> numbers = notes.numbers("numbers", 3);

        Task<Integer> step = numbers.anext().start();

        assertThat(step.await()).isEqualTo(1);
        assertThat(step.await()).isEqualTo(1);
        assertThat(numbers.anext().await()).isEqualTo(2);
        numbers.close();
    }

    @VirtualTimeTest
    @SuppressWarnings("NullAway")
    void s59_nothingCannotBecomeATask() {
        Awaitable<Integer> nothing = null;

        assertThatNullPointerException().isThrownBy(() -> spawn(nothing)).withMessage("awaitable");
    }

    @VirtualTimeTest
    void s60_anErrorOfTheBodyComesOutAsTheSameObjectAndOnce() throws Exception {
        var failure = new IOException("of the body");
        AsyncGenerator<Integer> numbers = generator(y -> {
            y.yield(1);
            throw failure;
        });
        numbers.anext().await();

        assertThat(catchThrowable(numbers.anext()::await)).isSameAs(failure);
        assertThat(numbers.anext(-1).await()).isEqualTo(-1);
    }

    @VirtualTimeTest
    @SuppressWarnings("finally")
    void s63_anErrorInFinallyReplacesThePendingOneAsInAnyJavaCode() {
        var pending = new IOException("pending");
        var ofFinally = new IOException("of finally");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try {
                throw pending;
            } finally {
                throw ofFinally;
            }
        });

        var error = catchThrowable(numbers.anext()::await);

        assertThat(error).isSameAs(ofFinally).hasNoCause();
        assertThat(error.getSuppressed()).doesNotContain(pending);
    }

    @VirtualTimeTest
    void s63_aTryWithResourcesKeepsBoth() {
        var pending = new IOException("pending");
        var ofTheResource = new IOException("of the resource");
        AsyncGenerator<Integer> numbers = generator(y -> {
            try (AutoCloseable resource = () -> fail(ofTheResource)) {
                notes.add("uses " + (resource == null ? "nothing" : "it"));
                throw pending;
            }
        });

        assertThat(catchThrowable(numbers.anext()::await)).isSameAs(pending).hasSuppressedException(ofTheResource);
    }

    /// Throws; hides from the compiler that it does.
    private static void fail(Exception failure) throws Exception {
        throw failure;
    }
}
