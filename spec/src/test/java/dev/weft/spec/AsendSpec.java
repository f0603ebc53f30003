package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.GeneratorStateException.Reason.ALREADY_RUNNING;
import static dev.weft.GeneratorStateException.Reason.AWAITED_TWICE;
import static dev.weft.GeneratorStateException.Reason.NOT_STARTED;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;

/// `asend`: a step that answers the yield at which the body stands.
class AsendSpec {

    private final Journal journal = new Journal();

    /// Notes what it receives, twice.
    private final Dialogue<String, Object, Void> listener = dialogue(y -> {
        journal.note("received " + y.yield("first"));
        journal.note("received " + y.yield("second"));
        return null;
    });

    @VirtualTimeTest
    void theSentValueIsTheResultOfTheYield() throws Exception {
        listener.anext().await();

        String answer = listener.asend(7).await();

        assertThat(answer).isEqualTo("second");
        assertThat(journal).containsExactly("received 7");
        listener.close();
    }

    @VirtualTimeTest
    void aStepSendsNull() throws Exception {
        listener.anext().await();

        listener.anext().await();

        assertThat(journal).containsExactly("received null");
        listener.close();
    }

    @VirtualTimeTest
    void sendingNullIsAStep() throws Exception {
        String first = listener.asend(null).await();

        assertThat(first).isEqualTo("first");
        listener.close();
    }

    @VirtualTimeTest
    void aStepWithADefaultSendsNull() throws Exception {
        listener.anext().await();

        listener.anext("default").await();

        assertThat(journal).containsExactly("received null");
        listener.close();
    }

    @VirtualTimeTest
    void sendingIntoAnUnstartedDialogueIsRefusedAndHarmless() throws Exception {
        assertThat(Refusal.of(listener.asend(7)::await)).isEqualTo(NOT_STARTED);

        assertThat(journal).isEmpty();
        assertThat(listener.anext().await()).isEqualTo("first");
        listener.close();
    }

    @VirtualTimeTest
    void whatIsSentAfterTheEndIsDropped() throws Exception {
        listener.forEach(question -> {});

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(listener.asend(7)::await);
        assertThat(journal).containsExactly("received null", "received null");
    }

    @VirtualTimeTest
    void whatIsSentIntoAClosedDialogueIsDropped() {
        listener.close();

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(listener.asend(7)::await);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void theAnswerMayTakeTime() throws Exception {
        Dialogue<String, Integer, Void> slow = dialogue(y -> {
            int millis = y.yield("how long?");
            pause(millis);
            y.yield("done");
            return null;
        });
        slow.anext().await();

        String answer = slow.asend(20).await();

        assertThat(answer).isEqualTo("done");
        assertThat(now()).isEqualTo(20);
        slow.close();
    }

    @VirtualTimeTest
    void aSentValueThatLeadsToTheEndEndsTheDialogue() throws Exception {
        listener.anext().await();
        listener.asend("a").await();

        assertThatExceptionOfType(StopAsyncIteration.class).isThrownBy(listener.asend("b")::await);
        assertThat(journal).containsExactly("received a", "received b");
    }

    @VirtualTimeTest
    void aSendIsAwaitedOnce() throws Exception {
        listener.anext().await();
        Awaitable<String> send = listener.asend("a");
        send.await();

        assertThat(Refusal.of(send::await)).isEqualTo(AWAITED_TWICE);
        assertThat(journal).containsExactly("received a");
        listener.close();
    }

    @VirtualTimeTest
    void aRefusedSendIsNotDelivered() throws Exception {
        Dialogue<String, String, Void> slow = dialogue(y -> {
            journal.note("received " + y.yield("first"));
            pause(20);
            journal.note("received " + y.yield("second"));
            return null;
        });
        slow.anext().await();
        Task<String> running = spawn(slow.asend("a"));
        pause(5);

        assertThat(Refusal.of(slow.asend("b")::await)).isEqualTo(ALREADY_RUNNING);

        assertThat(running.await()).isEqualTo("second");
        assertThat(journal).containsExactly("received a");
        slow.close();
    }
}
