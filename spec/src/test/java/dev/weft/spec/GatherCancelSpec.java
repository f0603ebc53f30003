package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.ms;
import static dev.weft.spec.Clock.now;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.Awaitable;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// More of what [GatherSpec] specifies: cancels.
class GatherCancelSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("first");

    // ---- a cancel ----

    @VirtualTimeTest
    void aCancelIsPassedOnToAllAndAllAreAwaited() throws Exception {
        Task<List<String>> gathering = spawn(gather(journal.work("a", 100, 5), journal.work("b", 100, 40)));
        pause(10);

        gathering.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(gathering::await);
        assertThat(journal).containsExactly("a cancelled at 10", "b cancelled at 10", "a clean at 15", "b clean at 50");
        assertThat(now()).isEqualTo(50);
    }

    @VirtualTimeTest
    void aTimeLimitIsPassedOnToAllAndAllAreAwaited() {
        var gathering = timeout(ms(10), gather(journal.work("a", 100, 5), journal.work("b", 100, 40)));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(gathering::await);
        assertThat(now()).isEqualTo(50);
    }

    @VirtualTimeTest
    void childrenThatSwallowTheCancelDoNotSaveIt() throws Exception {
        Task<List<String>> gathering = spawn(gather(journal.deaf("a", 100), journal.deaf("b", 100)));
        pause(10);

        gathering.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(gathering::await);
        assertThat(journal).containsExactly("a cancelled at 10", "b cancelled at 10");
    }

    @VirtualTimeTest
    void aCancelledChildDoesNotCancelTheOthersOnceMore() throws Exception {
        Task<List<String>> gathering = spawn(gather(journal.work("a", 100), journal.work("b", 100, 40)));
        pause(10);

        gathering.cancel();

        assertThat(catchThrowable(gathering::await)).isInstanceOf(CancellationException.class);
        assertThat(journal).containsExactly("a cancelled at 10", "b cancelled at 10", "b clean at 50");
    }

    @VirtualTimeTest
    void aSecondCancelIsPassedOnToo() throws Exception {
        Task<List<String>> gathering = spawn(gather(journal.work("a", 100, 100), journal.work("b", 100)));
        pause(10);

        gathering.cancel();
        pause(10);
        gathering.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(gathering::await);
        assertThat(journal).containsExactly("a cancelled at 10", "b cancelled at 10");
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest
    void aCancelledGatherFailsAsTheFirstChildDoesThatFails() throws Exception {
        Task<List<String>> gathering =
                spawn(gather(journal.failingToCleanUp("a", 5, failure), journal.work("b", 100, 40)));
        pause(10);

        gathering.cancel();

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);
        assertThat(now()).isEqualTo(50);
    }

    @VirtualTimeTest
    void aCancelledGatherIsCancelledIfTheFirstChildThatFailsIs() throws Exception {
        Task<List<String>> gathering = spawn(gather(journal.work("a", 100), journal.failingToCleanUp("b", 5, failure)));
        pause(10);

        gathering.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(gathering::await);
        assertThat(now()).isEqualTo(15);
    }

    @VirtualTimeTest
    void aCancelWhileItAwaitsWhatAFailureCancelledCancelsOnceMoreAndTheFailureStays() throws Exception {
        Task<List<String>> gathering = spawn(gather(journal.failing("a", 10, failure), journal.work("b", 100, 1_000)));
        pause(20);

        gathering.cancel();

        assertThat(catchThrowable(gathering::await)).isSameAs(failure);
        assertThat(now()).isEqualTo(20);
    }

    @VirtualTimeTest
    void aGatherThatIsCancelledBeforeItBeganRunsNothing() {
        Task<List<String>> gathering = spawn(gather(journal.work("a", 10)));

        gathering.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(gathering::await);
        assertThat(journal).isEmpty();
    }

    @VirtualTimeTest
    void itLeavesNoInterruptBehind() throws Exception {
        Task<Boolean> task = spawn(() -> {
            catchThrowable(gather(journal.work("a", 100), journal.work("b", 100))::await);
            return Thread.currentThread().isInterrupted();
        });
        pause(10);

        task.cancel();

        assertThat(task.await()).isFalse();
    }

    @VirtualTimeTest
    void aGatherMayBeAwaitedAgainIfItsChildrenMay() throws Exception {
        Awaitable<List<String>> gathering = gather(journal.work("a", 10), journal.work("b", 10));

        gathering.await();
        gathering.await();

        assertThat(journal).hasSize(4);
        assertThat(now()).isEqualTo(20);
    }
}
