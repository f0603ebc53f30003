package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `Async.dump`: what is alive, as a tree.
class DumpSpec {

    /// Waits before its only element, and has clean-up, so that every engine knows where it was made.
    private static AsyncGenerator<Integer> slow(String name) {
        return generator(name, y -> {
            try {
                pause(20);
                y.yield(1);
            } finally {
                Clock.ms(0);
            }
        });
    }

    private static String afterFiveMillis() throws InterruptedException {
        pause(5);
        return tree();
    }

    /// The tree of the innermost run of the test, with `N` for line numbers.
    private static String tree() {
        String all = dump();
        return all.substring(all.indexOf("  the run:"))
                .replaceAll("java:\\d+", "java:N")
                .indent(-2);
    }

    private static String dumped(java.util.concurrent.Callable<String> code) throws Exception {
        return run(RunOptions.defaults().name("the run"), code);
    }

    @VirtualTimeTest
    void aRunAlone() throws Exception {
        var text = dumped(DumpSpec::tree);

        assertThat(text).isEqualTo("""
                the run: 0 tasks, 0 generators
                  main: runs
                """);
    }

    @EachDrive
    void aTaskThatReadsAGeneratorIsShownWithIt(Drive drive) throws Exception {
        var text = dumped(() -> {
            spawn("reader", () -> drive.read(slow("pages"), number -> {}));
            return afterFiveMillis();
        });

        assertThat(text).isEqualTo("""
                the run: 1 task, 1 generator
                  main: runs
                  task reader (DumpSpec.java:N): waits for an element of pages
                    generator pages (DumpSpec.java:N): waits for sleep 20ms, for 5ms
                """);
    }

    @EachDrive
    void aGeneratorThatReadsAnotherIsShownWithIt(Drive drive) throws Exception {
        AsyncGenerator<Integer> outer = generator("outer", y -> {
            try (var inner = slow("inner")) {
                for (int number : inner) {
                    y.yield(number);
                }
            }
        });

        var text = dumped(() -> {
            spawn("reader", () -> drive.read(outer, number -> {}));
            return afterFiveMillis();
        });

        assertThat(text).isEqualTo("""
                the run: 1 task, 2 generators
                  main: runs
                  task reader (DumpSpec.java:N): waits for an element of outer
                    generator outer (DumpSpec.java:N): waits for an element of inner
                      generator inner (DumpSpec.java:N): waits for sleep 20ms, for 5ms
                """);
    }

    @VirtualTimeTest
    void aSuspendedGeneratorIsUnderItsRun() throws Exception {
        AsyncGenerator<Integer> pages = slow("pages");

        var text = dumped(() -> {
            pages.anext().await();
            return tree();
        });

        assertThat(text).isEqualTo("""
                the run: 0 tasks, 1 generator
                  main: runs
                  generator pages (DumpSpec.java:N): suspended
                """);
    }

    @VirtualTimeTest
    void whatGatherStartsIsUnderWhoAwaitsIt() throws Exception {
        var text = dumped(() -> {
            spawn(
                    "worker",
                    gather(() -> slow("left").toList(), () -> slow("right").toList()));
            return afterFiveMillis();
        });

        assertThat(text).isEqualTo("""
                the run: 3 tasks, 2 generators
                  main: runs
                  task worker (DumpSpec.java:N): waits for gather, for 5ms
                    task gather.0 (dev.weft.spec.DumpSpec): waits for an element of left
                      generator left (DumpSpec.java:N): waits for sleep 20ms, for 5ms
                    task gather.1 (dev.weft.spec.DumpSpec): waits for an element of right
                      generator right (DumpSpec.java:N): waits for sleep 20ms, for 5ms
                """);
    }

    @VirtualTimeTest
    void whoWaitsForATaskNamesIt() throws Exception {
        var text = dumped(() -> {
            Task<String> first = spawn("first", () -> {
                pause(20);
                return "done";
            });
            spawn("second", first::await);
            return afterFiveMillis();
        });

        assertThat(text).isEqualTo("""
                the run: 2 tasks, 0 generators
                  main: runs
                  task first (DumpSpec.java:N): waits for sleep 20ms, for 5ms
                  task second (DumpSpec.java:N): waits for task first, for 5ms
                """);
    }

    @VirtualTimeTest
    void runsWithinARunAreUnderIt() throws Exception {
        var text = dumped(() -> {
            spawn(
                    "worker",
                    () -> run(
                            RunOptions.defaults().name("inner"),
                            () -> slow("pages").toList()));
            return afterFiveMillis();
        });

        assertThat(text).isEqualTo("""
                the run: 1 task, 0 generators
                  main: runs
                  task worker (DumpSpec.java:N): runs
                  inner: 0 tasks, 1 generator
                    main: waits for an element of pages
                      generator pages (DumpSpec.java:N): waits for sleep 20ms, for 5ms
                """);
    }

    @VirtualTimeTest
    void whatHasEndedIsNotShown() throws Exception {
        var text = dumped(() -> {
            spawn("worker", () -> List.of(1)).await();
            slow("pages").toList();
            return tree();
        });

        assertThat(text).isEqualTo("""
                the run: 0 tasks, 0 generators
                  main: runs
                """);
    }

    @Test
    void outsideOfARunNothingIsKnown() {
        AsyncGenerator<Integer> pages = generator("of nobody", y -> y.yield(1));
        pages.iterator().next();

        assertThat(dump()).doesNotContain("of nobody");
    }
}
