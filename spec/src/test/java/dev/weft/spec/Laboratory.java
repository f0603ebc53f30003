package dev.weft.spec;

import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.GeneratorStateException;
import dev.weft.Task;
import dev.weft.testkit.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

/// Where an [ExploredOperator] runs under one schedule: makes its sources, reads it, and knows afterwards whether all
/// that was begun has ended.
///
/// Everything is drawn from one number, so that a failure comes back with it.
final class Laboratory {

    /// How a run ends.
    private enum Ending {
        BY_ITSELF,
        BY_A_FAILURE,
        BY_ITS_CONSUMER,
        BY_A_CLOSE,
        BY_A_CANCEL
    }

    private static final int LONG_ENOUGH = 20;

    private final Random random;
    private final Ending ending;
    private final Drive drive;
    private final IOException failure = new IOException("of a source or a function");
    private final RuntimeException stop = new RuntimeException("of the consumer");
    private final List<Probe> probes = new ArrayList<>();
    private final List<Object> read = new ArrayList<>();
    private final int failing; // which source or call of a function fails, of those that there are
    private final int stopAfter;
    private int calls;
    private int running;
    private int atOnce;

    private Laboratory(long seed) {
        random = new Random(seed);
        ending = Ending.values()[(int) (seed % Ending.values().length)];
        drive = Drive.values()[random.nextInt(Drive.values().length)];
        failing = ending == Ending.BY_A_FAILURE ? random.nextInt(4) : Integer.MAX_VALUE;
        stopAfter = ending == Ending.BY_ITS_CONSUMER ? random.nextInt(4) : Integer.MAX_VALUE;
    }

    /// Runs the operator under the seeds below `schedules`, up to the first that fails.
    static void explore(ExploredOperator operator, int schedules) throws Exception {
        for (long seed = 0; seed < schedules; seed++) {
            var laboratory = new Laboratory(seed);
            try {
                VirtualTime.seed(seed).strict().run(() -> laboratory.run(operator));
            } catch (Throwable failed) {
                fail(
                        operator + " fails under seed " + seed + ", read by " + laboratory.drive + ", ended "
                                + laboratory.ending + ", having read " + laboratory.read,
                        failed);
            }
        }
    }

    // ---- what an operator is made of ----

    /// Makes a source of `count` numbers from `first` on. Each takes its time, and so does the clean-up.
    AsyncIterable<Integer> numbers(int first, int count) {
        int failAt = probes.size() == failing ? first + random.nextInt(count + 1) : Integer.MAX_VALUE;
        var probe = new Probe(this, first, first + count, failAt);
        probes.add(probe);
        return random.nextBoolean() ? probe : probe.asGenerator();
    }

    /// Takes its time, and gives the argument.
    <T> T work(T value) throws Exception {
        int call = calls++;
        running++;
        atOnce = Math.max(atOnce, running);
        try {
            awhile();
            if (call == failing) {
                throw failure;
            }
            return value;
        } finally {
            linger();
            running--;
        }
    }

    /// Waits for a time that depends on the schedule, or not at all.
    void awhile() throws InterruptedException {
        int millis = random.nextInt(4);
        if (millis > 0) {
            pause(millis);
        }
    }

    /// Cleans up, however often it is interrupted.
    void linger() {
        Clock.sitOut(random.nextInt(3));
    }

    IOException failure() {
        return failure;
    }

    // ---- a run ----

    private void run(ExploredOperator operator) throws Exception {
        AsyncGenerator<?> generator = operator.operator.apply(this);

        Throwable error = null;
        try {
            end(generator);
        } catch (Throwable thrown) {
            error = thrown;
        }

        boolean whole = error == null && ending != Ending.BY_A_CLOSE && stopAfter > 0;
        checkError(error);
        operator.contract.check(read, whole);
        assertThat(running).isZero();
        assertThat(atOnce).isLessThanOrEqualTo(operator.limit);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        generator.close();
        for (Probe probe : probes) {
            probe.checkClosedOnce();
        }
    }

    private void end(AsyncGenerator<?> generator) throws Exception {
        switch (ending) {
            case BY_ITSELF, BY_A_FAILURE -> read(generator);
            case BY_ITS_CONSUMER -> {
                if (stopAfter > 0) {
                    read(generator);
                } else {
                    generator.close();
                }
            }
            case BY_A_CLOSE -> {
                Task<Void> reading = Async.spawn(() -> read(generator));
                pause(random.nextInt(LONG_ENOUGH));
                generator.close();
                reading.await();
            }
            case BY_A_CANCEL -> {
                Task<Void> reading = Async.spawn(() -> read(generator));
                pause(random.nextInt(LONG_ENOUGH));
                reading.cancel();
                reading.await();
            }
        }
    }

    private <T> void read(AsyncGenerator<T> generator) throws Exception {
        drive.read(generator, element -> {
            read.add(element);
            awhile();
            if (read.size() >= stopAfter) {
                throw stop;
            }
        });
    }

    private void checkError(Throwable error) {
        boolean expected = switch (ending) {
            case BY_ITSELF -> false;
            case BY_A_FAILURE -> error == failure;
            case BY_ITS_CONSUMER -> error == stop;
            // The consumer may ask again during the close.
            case BY_A_CLOSE -> error instanceof CancellationException || error instanceof GeneratorStateException;
            case BY_A_CANCEL -> error instanceof CancellationException;
        };
        if (error != null && !expected) {
            fail("an unexpected error came out", error);
        }
    }
}
