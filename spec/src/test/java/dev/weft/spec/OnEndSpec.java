package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.AsyncGenerator;
import dev.weft.Ending;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.io.IOException;
import java.util.concurrent.CancellationException;

/// `onStart`, `onEach`, `onEnd`, `onClose`: who watches a source.
class OnEndSpec {

    private final Journal journal = new Journal();
    private final IOException failure = new IOException("of the source");
    private final IOException other = new IOException("of the action");

    private void read(Drive drive, AsyncGenerator<?> generator) throws Exception {
        drive.read(generator, element -> journal.note("read " + element));
    }

    private void note(Ending ending) {
        journal.note(
                switch (ending) {
                    case Ending.Completed() -> "completed";
                    case Ending.Failed(Throwable error) -> "failed " + error.getMessage();
                    case Ending.Closed() -> "ended early";
                });
    }

    // ---- onEnd ----

    @EachDrive
    void theEndIsToldAfterTheCleanUp(Drive drive) throws Exception {
        read(drive, journal.source("source", 1).onEnd(this::note));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed", "completed");
    }

    @EachDrive
    void anEmptySourceIsCompletedToo(Drive drive) throws Exception {
        read(drive, empty().onEnd(this::note));

        assertThat(journal).containsExactly("completed");
    }

    @EachDrive
    void theFailureIsToldAndGoesOn(Drive drive) {
        var error = catchThrowable(() -> read(drive, fail(failure).onEnd(this::note)));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("failed of the source");
    }

    @EachDrive
    void aConsumerThatWantsNoMoreClosesIt(Drive drive) throws Exception {
        read(drive, journal.source("source", 1, 2).onEnd(this::note).take(1));

        assertThat(journal).containsExactly("source 1", "read 1", "source closed", "ended early");
    }

    @EachDrive
    void aConsumerThatFailsClosesIt(Drive drive) {
        var error =
                catchThrowable(() -> drive.read(journal.source("source", 1, 2).onEnd(this::note), element -> {
                    throw failure;
                }));

        assertThat(error).isSameAs(failure);
        assertThat(journal).containsExactly("source 1", "source closed", "ended early");
    }

    @EachDrive
    void aFailureOfTheActionComesOutOfTheEnd(Drive drive) {
        var error = catchThrowable(() -> read(drive, of(1).onEnd(ending -> {
            note(ending);
            throw other;
        })));

        assertThat(error).isSameAs(other);
        assertThat(journal).containsExactly("read 1", "completed");
    }

    @EachDrive
    void aFailureOfTheActionIsSuppressedInThatOfTheSource(Drive drive) {
        var error = catchThrowable(() -> read(drive, fail(failure).onEnd(ending -> {
            throw other;
        })));

        assertThat(error).isSameAs(failure);
        assertThat(failure.getSuppressed()).contains(other);
    }

    @VirtualTimeTest
    void aFailureOfTheActionComesOutOfTheClose() throws Exception {
        AsyncGenerator<Integer> source = of(1, 2).onEnd(ending -> {
            throw other;
        });
        source.anext().await();

        assertThat(catchThrowable(source::close)).isSameAs(other);
    }

    @VirtualTimeTest
    void aFailureOfTheCleanUpIsTold() throws Exception {
        AsyncGenerator<Integer> source =
                of(1, 2).onClose(() -> Failing.with(failure)).onEnd(this::note);
        source.anext().await();

        assertThat(catchThrowable(source::close)).isSameAs(failure);
        assertThat(journal).containsExactly("failed of the source");
    }

    @VirtualTimeTest
    void aCancelIsAFailureAndTheActionMayWait() throws Exception {
        Task<Object> reader = spawn(() -> never().onEnd(ending -> {
                    pause(10);
                    journal.noteTime(ending instanceof Ending.Failed(InterruptedException _) ? "interrupted" : "else");
                })
                .first());
        pause(10);

        reader.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(reader::await);
        assertThat(journal).containsExactly("interrupted at 20");
    }

    // ---- onClose ----

    @EachDrive
    void theActionRunsOnceAfterTheCleanUp(Drive drive) throws Exception {
        AsyncGenerator<Integer> source = journal.source("source", 1).onClose(() -> journal.note("closed"));

        read(drive, source);
        source.close();

        assertThat(journal).containsExactly("source 1", "read 1", "source closed", "closed");
    }

    @EachDrive
    void actionsRunFromTheSourceOutwards(Drive drive) throws Exception {
        read(
                drive,
                of(1, 2).onClose(() -> journal.note("inner"))
                        .onClose(() -> journal.note("outer"))
                        .take(1));

        assertThat(journal).containsExactly("read 1", "inner", "outer");
    }

    @VirtualTimeTest
    void aCloseUnreadRunsTheActionAsWell() {
        of(1).onClose(() -> journal.note("closed")).close();

        assertThat(journal).containsExactly("closed");
    }

    // ---- onStart ----

    @EachDrive
    void theActionRunsBeforeTheSource(Drive drive) throws Exception {
        AsyncGenerator<Integer> source = journal.source("source", 1).onStart(() -> journal.note("start"));
        journal.note("made");

        read(drive, source);

        assertThat(journal).containsExactly("made", "start", "source 1", "read 1", "source closed");
    }

    @EachDrive
    void aFailureToStartClosesTheSourceUnread(Drive drive) {
        AsyncGenerator<Integer> source = of(1).onClose(() -> journal.note("closed"));

        var error = catchThrowable(() -> read(drive, source.onStart(() -> Failing.with(other))));

        assertThat(error).isSameAs(other);
        assertThat(journal).containsExactly("closed");
    }

    @VirtualTimeTest
    void aCloseUnreadDoesNotStart() {
        of(1).onStart(() -> journal.note("start")).close();

        assertThat(journal).isEmpty();
    }

    // ---- onEach ----

    @EachDrive
    void theActionSeesEachElementBeforeTheConsumer(Drive drive) throws Exception {
        read(drive, of(1, null).onEach(element -> journal.note("each " + element)));

        assertThat(journal).containsExactly("each 1", "read 1", "each null", "read null");
    }

    @EachDrive
    void aFailureOfTheActionClosesTheSource(Drive drive) {
        var error =
                catchThrowable(() -> read(drive, journal.source("source", 1, 2).onEach(element -> {
                    throw other;
                })));

        assertThat(error).isSameAs(other);
        assertThat(journal).containsExactly("source 1", "source closed");
    }

    // ---- arguments ----

    @VirtualTimeTest
    void actionsAreNeeded() {
        assertThatNullPointerException().isThrownBy(() -> of(1).onEnd(null)).withMessage("action");
        assertThatNullPointerException().isThrownBy(() -> of(1).onClose(null)).withMessage("action");
        assertThatNullPointerException().isThrownBy(() -> of(1).onStart(null)).withMessage("action");
        assertThatNullPointerException().isThrownBy(() -> of(1).onEach(null)).withMessage("action");
    }
}
