package dev.weft.spec;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Dialogue;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;

/// `Dialogue`: what a body returns, and a dialogue as a generator. What is sent to it stands in [AsendSpec].
class DialogueSpec {

    private final Journal journal = new Journal();

    /// Adds up what it is sent until it gets nothing.
    private final Dialogue<Integer, Integer, String> adder = dialogue("adder", y -> {
        int sum = 0;
        Integer next = y.yield(sum);
        while (next != null) {
            sum += next;
            next = y.yield(sum);
        }
        return "sum " + sum;
    });

    @VirtualTimeTest
    void theResultIsWhatTheBodyReturned() throws Exception {
        adder.anext().await();
        adder.asend(1).await();
        adder.asend(2).await();

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(adder.anext()::await);

        assertThat(adder.result()).isEqualTo("sum 3");
        assertThat(adder.result()).isEqualTo("sum 3");
    }

    @EachDrive
    void theResultIsThereAfterAnyDrive(Drive drive) throws Exception {
        Dialogue<String, Void, Integer> counter = dialogue(y -> {
            y.yield("a");
            y.yield("b");
            return 2;
        });

        drive.read(counter, journal::note);

        assertThat(counter.result()).isEqualTo(2);
        assertThat(journal).containsExactly("a", "b");
    }

    @VirtualTimeTest
    void theResultMayBeNull() {
        Dialogue<String, Void, String> quiet = dialogue(y -> null);

        quiet.forEach(journal::note);

        assertThat(quiet.result()).isNull();
    }

    @VirtualTimeTest
    void thereIsNoResultBeforeTheFirstStep() {
        assertThatIllegalStateException().isThrownBy(adder::result).withMessageContaining("adder");
    }

    @VirtualTimeTest
    void thereIsNoResultBeforeTheEnd() throws Exception {
        adder.anext().await();

        assertThatIllegalStateException().isThrownBy(adder::result).withMessageContaining("read it to the end");
        adder.close();
    }

    @VirtualTimeTest
    void thereIsNoResultOfABodyThatFailed() {
        Dialogue<String, Void, String> failing = dialogue(y -> {
            throw new IOException("failed");
        });
        catchThrowable(failing.anext()::await);

        assertThatIllegalStateException().isThrownBy(failing::result);
    }

    @VirtualTimeTest
    void thereIsNoResultOfADialogueThatWasClosed() throws Exception {
        adder.anext().await();
        adder.close();

        assertThatIllegalStateException().isThrownBy(adder::result);
    }

    @VirtualTimeTest
    void thereIsNoResultOfADialogueThatNeverBegan() {
        adder.close();

        assertThatIllegalStateException().isThrownBy(adder::result);
    }

    @VirtualTimeTest
    void thereIsNoResultOfABodyThatWasGivenUp() throws Exception {
        Dialogue<Integer, Void, String> stubborn = dialogue(y -> {
            while (true) {
                try {
                    y.yield(1);
                } catch (GeneratorExit e) {
                    journal.note("ignored");
                }
            }
        });
        stubborn.anext().await();
        catchThrowable(stubborn::close);

        assertThatIllegalStateException().isThrownBy(stubborn::result);
    }

    @VirtualTimeTest
    void aBodyThatReturnsWhileItIsClosedHasAResult() throws Exception {
        Dialogue<Integer, Void, String> obliging = dialogue(y -> {
            try {
                y.yield(1);
                return "read";
            } catch (GeneratorExit e) {
                return "closed";
            }
        });
        obliging.anext().await();
        obliging.close();

        assertThat(obliging.result()).isEqualTo("closed");
    }

    @VirtualTimeTest
    void aDialogueIsAGeneratorWhoseYieldsReceiveNull() {
        Dialogue<String, String, Void> echo = dialogue(y -> {
            String answer = y.yield("first");
            y.yield("answer " + answer);
            return null;
        });

        assertThat(echo.toList()).containsExactly("first", "answer null");
    }

    @VirtualTimeTest
    void aDialogueIsClosedLikeAGenerator() throws Exception {
        Dialogue<Integer, Void, Void> numbers = dialogue(y -> {
            try {
                y.yield(1);
            } finally {
                journal.note("clean");
            }
            return null;
        });
        numbers.anext().await();

        numbers.close();

        assertThat(journal).containsExactly("clean");
    }

    @EachDrive
    void yieldGivesNullInALoop(Drive drive) throws Exception {
        Dialogue<String, String, Void> echo = dialogue(y -> {
            journal.note("got " + y.yield("first"));
            return null;
        });

        drive.read(echo, element -> {});

        assertThat(journal).containsExactly("got null");
    }
}
