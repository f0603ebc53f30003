package dev.weft.challenges.doctor;

import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.run;
import static dev.weft.Async.sleep;

import dev.weft.Action;
import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tries out what everything else is built on, in this process.
final class SelfTest {

    private static final List<Integer> NUMBERS = List.of(1, 2, 3);
    private static final String REPORT = "mend what is wrong above; if nothing is, report this output as a bug of Weft";

    private SelfTest() {}

    static List<Finding> findings() {
        return List.of(
                tried("pull", SelfTest::pull, REPORT),
                tried("push", () -> require(numbers().toList(), NUMBERS), REPORT),
                tried("thread engine", () -> run(RunOptions.defaults().engine("thread"), SelfTest::pull), REPORT),
                tried("close", SelfTest::close, REPORT),
                tried("gather", SelfTest::gatherTwo, REPORT),
                tried("virtual time", SelfTest::hourInVirtualTime, REPORT),
                tried("leak guard", SelfTest::leak, REPORT + "; with -XX:+DisableExplicitGC this test cannot collect"));
    }

    /// Runs `code`, and says how long it took or what went wrong.
    static Finding tried(String subject, Action code, String fix) {
        long begun = System.nanoTime();
        try {
            code.run();
            return Finding.good(subject, "works, " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) + " ms");
        } catch (Exception | LinkageError | AssertionError failure) {
            return Finding.bad(subject, failure.toString(), fix);
        }
    }

    private static AsyncGenerator<Integer> numbers() {
        return generator("doctor", y -> {
            for (int number : NUMBERS) {
                sleep(Duration.ofMillis(1));
                y.yield(number);
            }
        });
    }

    private static void pull() {
        var read = new ArrayList<Integer>();
        try (var numbers = numbers()) {
            for (int number : numbers) {
                read.add(number);
            }
        }
        require(read, NUMBERS);
    }

    private static void close() throws Exception {
        var closed = new CountDownLatch(1);
        try (AsyncGenerator<Integer> numbers = endless(closed)) {
            require(numbers.anext().await(), 1);
        }
        require(closed.getCount(), 0L);
    }

    private static AsyncGenerator<Integer> endless(CountDownLatch closed) {
        return generator("doctor", y -> {
            try {
                while (true) {
                    y.yield(1);
                }
            } finally {
                closed.countDown();
            }
        });
    }

    private static void gatherTwo() throws Exception {
        var both = run(
                () -> gather(() -> numbers().toList(), () -> numbers().toList()).await());
        require(both, List.of(NUMBERS, NUMBERS));
    }

    private static void hourInVirtualTime() throws Exception {
        VirtualTime.run(() -> sleep(Duration.ofHours(1)));
    }

    private static void leak() throws Exception {
        var closed = new CountDownLatch(1);
        run(RunOptions.defaults().onFinalise(AsyncGenerator::close), () -> {
            require(endless(closed).anext().await(), 1);
            for (int i = 0; i < 20 && closed.getCount() > 0; i++) {
                System.gc();
                boolean _ = closed.await(100, TimeUnit.MILLISECONDS);
            }
            require(closed.getCount(), 0L);
        });
    }

    private static void require(Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw new AssertionError("expected " + expected + ", saw " + seen);
        }
    }
}
