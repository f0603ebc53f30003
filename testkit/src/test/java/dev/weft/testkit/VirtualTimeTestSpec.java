package dev.weft.testkit;

import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import com.example.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.TestAbortedException;

class VirtualTimeTestSpec {

    @Test
    void runsATestInVirtualTime() {
        Events tests = run(Samples.class, "sleepsAnHour");

        tests.assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void failsATestThatFails() {
        Events tests = run(Samples.class, "fails");

        tests.failed().assertEventsMatchExactly(event(finishedWithFailure(message("of the test"))));
    }

    @Test
    void failsATestThatLeavesATaskOpen() {
        Events tests = run(Samples.class, "leavesATaskOpen");

        tests.failed().assertEventsMatchExactly(event(finishedWithFailure(instanceOf(LeftOpen.class))));
    }

    @Test
    void passesATestThatLeavesATaskOpenAndIsNotStrict() {
        Events tests = run(Samples.class, "mayLeaveATaskOpen");

        tests.assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void failsATestThatBlocks() {
        Events tests = run(Samples.class, "blocks");

        tests.failed().assertEventsMatchExactly(event(finishedWithFailure(instanceOf(Blocked.class))));
    }

    @Test
    void saysHowToReplayATestThatFailsUnderASeed() {
        Events tests = run(Samples.class, "failsUnderSeed42");

        tests.failed()
                .assertEventsMatchExactly(event(
                        displayName("seed 42"),
                        finishedWithFailure(
                                message("of the test"),
                                suppressed(
                                        0,
                                        instanceOf(FailingSchedule.class),
                                        message("fails under seed 42; replay with @VirtualTimeTest(seed = 42)")))));
    }

    @Test
    void exploresSeedsUpToTheFirstThatFails() {
        Events tests = run(Samples.class, "losesADeposit");

        tests.assertStatistics(stats -> stats.failed(1));
        tests.failed()
                .assertThatEvents()
                .singleElement()
                .isEqualTo(tests.finished().stream().toList().getLast());
    }

    @Test
    void runsEachSeedAsATestOfItsOwnOnAFreshInstance() {
        Events tests = run(Samples.class, "passesUnderEverySeed");

        tests.assertStatistics(stats -> stats.started(20).succeeded(20));
        assertThat(tests.started().map(started -> started.getTestDescriptor().getDisplayName()))
                .startsWith("seed 100", "seed 101")
                .endsWith("seed 119");
    }

    @Test
    void leavesTheMethodsAroundATestOutside() {
        Events tests = run(AroundSamples.class, "runsInside");

        tests.assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    void takesAnAbortedTestForNoFailure() {
        Events tests = run(Samples.class, "isAborted");

        tests.assertStatistics(stats -> stats.aborted(3).failed(0));
    }

    @Test
    void refusesANegativeNumberOfSeeds() {
        Events containers = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Samples.class, "exploresLessThanNothing"))
                .execute()
                .containerEvents();

        containers
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(message("explore must not be negative, was -1"))));
    }

    @Test
    void runsOtherTestsInVirtualTimeByTheExtension() {
        Events tests = run(ExtendedSamples.class, "sleepsAnHour");

        tests.assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void runsRepeatedTestsInVirtualTimeByTheExtension() {
        Events tests = run(ExtendedSamples.class, "sleepsAgainAndAgain");

        tests.assertStatistics(stats -> stats.started(3).succeeded(3));
    }

    @Test
    void isStrictByTheExtension() {
        Events tests = run(ExtendedSamples.class, "leavesATaskOpen");

        tests.failed().assertEventsMatchExactly(event(finishedWithFailure(instanceOf(LeftOpen.class))));
    }

    @Test
    void isNotRunTwiceUnderTheExtension() {
        Events tests = run(ExtendedSamples.class, "isInVirtualTimeOnce");

        tests.assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void runsTestsInTheSimulationOfARegisteredExtension() {
        Events tests = run(RegisteredSamples.class, "leavesATaskOpen");

        tests.assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    private static Events run(Class<?> samples, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(samples, method))
                .execute()
                .testEvents();
    }

    private static void sleepAnHour() throws InterruptedException {
        sleep(Duration.ofHours(1));
        assertThat(VirtualTime.elapsed()).isEqualTo(Duration.ofHours(1));
    }

    private static void leaveATaskOpen() {
        spawn(() -> sleep(Duration.ofHours(1)));
    }

    static class Samples {

        private final List<String> instance = new ArrayList<>();

        @VirtualTimeTest
        void sleepsAnHour() throws Exception {
            sleepAnHour();
        }

        @VirtualTimeTest
        void fails() {
            throw new IllegalStateException("of the test");
        }

        @VirtualTimeTest
        void leavesATaskOpen() {
            leaveATaskOpen();
        }

        @VirtualTimeTest(strict = false)
        void mayLeaveATaskOpen() {
            leaveATaskOpen();
        }

        @VirtualTimeTest(watchdogMillis = 50)
        void blocks() throws Exception {
            Thread.sleep(Duration.ofDays(1));
        }

        @VirtualTimeTest(seed = 42)
        void failsUnderSeed42() {
            throw new IllegalStateException("of the test");
        }

        @VirtualTimeTest(explore = 100)
        void losesADeposit() throws Exception {
            assertThat(Account.balanceAfterThreeDeposits()).isEqualTo(3);
        }

        @VirtualTimeTest(explore = 20, seed = 100)
        void passesUnderEverySeed() {
            instance.add("used");
            assertThat(instance).hasSize(1);
        }

        @VirtualTimeTest(explore = 3)
        void isAborted() {
            throw new TestAbortedException("not here");
        }

        @VirtualTimeTest(explore = -1)
        void exploresLessThanNothing() {}
    }

    static class AroundSamples {

        @BeforeEach
        void beforehand() {
            assertThat(VirtualRuntime.CURRENT.isBound()).isFalse();
        }

        @VirtualTimeTest
        void runsInside() {
            assertThat(VirtualRuntime.CURRENT.isBound()).isTrue();
        }

        @AfterEach
        void afterwards() {
            assertThat(VirtualRuntime.CURRENT.isBound()).isFalse();
        }
    }

    @ExtendWith(VirtualTimeExtension.class)
    static class ExtendedSamples {

        @Test
        void sleepsAnHour() throws Exception {
            sleepAnHour();
        }

        @RepeatedTest(3)
        void sleepsAgainAndAgain() throws Exception {
            sleepAnHour();
        }

        @Test
        void leavesATaskOpen() {
            leaveATaskOpen();
        }

        @VirtualTimeTest
        void isInVirtualTimeOnce() {
            assertThat(Thread.currentThread().getName()).isEqualTo("main");
            assertThat(VirtualTime.elapsed()).isZero();
        }
    }

    static class RegisteredSamples {

        @RegisterExtension
        final VirtualTimeExtension time = new VirtualTimeExtension(VirtualTime.seed(42));

        @Test
        void leavesATaskOpen() {
            leaveATaskOpen();
        }
    }
}
