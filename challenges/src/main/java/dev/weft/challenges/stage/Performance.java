package dev.weft.challenges.stage;

import static dev.weft.Async.group;
import static dev.weft.Async.sleep;
import static dev.weft.Async.timeout;

import dev.weft.Async;
import dev.weft.RunOptions;
import java.time.Duration;

/// One run of a program, from beginning to end, before an audience.
///
/// The program runs in an `Async.run` of its own, and only what happens in there is recorded: not the task that has the
/// audience look up, and not the time limit.
///
/// @param program what runs
/// @param pace by which clock
/// @param seed what its random numbers come from
/// @param audience who watches
public record Performance(Program program, Pace pace, long seed, Audience audience) {

    /// Runs the program.
    ///
    /// - **Suspends**: as long as the program, by this machine's clock; in virtual time, hardly.
    /// - **Errors**: what comes out of the program, or is wrong with the run, is in the recording.
    ///
    /// @return what happened
    public Recording play() {
        var recorder = new Recorder(pace.clock());
        try {
            pace.clockwork().run(() -> perform(recorder));
        } catch (Throwable thrown) {
            recorder.failed(thrown);
        }
        return recorder.recording(pace.slack());
    }

    private void perform(Recorder recorder) throws Exception {
        recorder.begin();
        group(group -> {
            if (audience.period().isPresent()) {
                var _ = group.spawn(() -> haveItLook(audience.period().get(), recorder));
            }
            timeout(pace.limit(), () -> run(recorder)).await();
            group.cancel();
        });
    }

    private boolean run(Recorder recorder) throws Exception {
        var stage = new Stage(recorder, audience, seed);
        RunOptions options = RunOptions.defaults()
                .name("main")
                .observer(recorder)
                .observer(audience.observer())
                .lateErrors(recorder::late);
        return Async.run(options, () -> {
            program.run(stage);
            return true;
        });
    }

    private void haveItLook(Duration period, Recorder recorder) throws InterruptedException {
        while (true) {
            sleep(period);
            audience.look(recorder.now().time(), recorder.told());
        }
    }
}
