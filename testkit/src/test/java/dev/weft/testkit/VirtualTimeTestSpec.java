package dev.weft.testkit;

import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.example.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.TestAbortedException;

class VirtualTimeTestSpec {

    private static final RuntimeException FAILURE = new IllegalStateException("of the test");

    @Test
    void runsATestInVirtualTime() {
        Events tests = run(Samples.class, "sleepsAnHour");

        assertThat(passed(tests)).containsExactly("FIFO order");
    }

    @Test
    void failsATestWithWhatItThrows() {
        Events tests = run(Samples.class, "fails");

        assertThat(failures(tests)).containsExactly(FAILURE);
    }

    @Test
    void failsATestThatLeavesATaskOpen() {
        Events tests = run(Samples.class, "leavesATaskOpen");

        assertThat(failures(tests)).singleElement().isInstanceOf(LeftOpen.class);
    }

    @Test
    void passesATestThatLeavesATaskOpenAndIsNotStrict() {
        Events tests = run(Samples.class, "mayLeaveATaskOpen");

        assertThat(passed(tests)).hasSize(1);
    }

    @Test
    void failsATestThatBlocks() {
        Events tests = run(Samples.class, "blocks");

        assertThat(failures(tests)).singleElement().isInstanceOf(Blocked.class);
    }

    @Test
    void endsATestThatGoesOnForEverByJUnitsTimeout() {
        Events tests = run(Samples.class, "ticksForEver");

        assertThat(failures(tests)).singleElement().isInstanceOf(TimeoutException.class);
    }

    @Test
    void saysHowToReplayATestThatFailsUnderASeed() {
        Events tests = run(Samples.class, "failsUnderSeed42");

        assertThat(failures(tests))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .isInstanceOf(FailingSchedule.class)
                        .hasToString("dev.weft.testkit.FailingSchedule: fails under seed 42;"
                                + " replay with @VirtualTimeTest(seed = 42)"));
        assertThat(tests.reportingEntryPublished().count()).isEqualTo(1);
    }

    @Test
    void exploresSeedsUpToTheFirstThatFails() {
        Events tests = run(Samples.class, "losesADeposit");

        assertThat(failures(tests)).hasSize(1);
        assertThat(passed(tests)).hasSizeLessThan(99);
    }

    @Test
    void runsEachSeedAsATestOfItsOwnOnAFreshInstance() {
        Events tests = run(Samples.class, "passesUnderEverySeed");

        assertThat(passed(tests)).hasSize(20).startsWith("seed 100", "seed 101").endsWith("seed 119");
    }

    @Test
    void leavesTheMethodsAroundATestOutside() {
        Events tests = run(AroundSamples.class, "runsInside");

        assertThat(passed(tests)).hasSize(1);
    }

    @Test
    void takesAnAbortedTestForNoFailure() {
        Events tests = run(Samples.class, "isAborted");

        assertThat(tests.aborted().count()).isEqualTo(3);
        assertThat(failures(tests)).isEmpty();
    }

    @Test
    void refusesANegativeNumberOfSeeds() {
        Events containers = execute(Samples.class, "exploresLessThanNothing").containerEvents();

        assertThat(failures(containers)).singleElement().asString().contains("explore must not be negative, was -1");
    }

    @Test
    void runsOtherTestsInVirtualTimeByTheExtension() {
        Events tests = run(ExtendedSamples.class, "sleepsAnHour");

        assertThat(passed(tests)).hasSize(1);
    }

    @Test
    void runsRepeatedTestsInVirtualTimeByTheExtension() {
        Events tests = run(ExtendedSamples.class, "sleepsAgainAndAgain");

        assertThat(passed(tests)).hasSize(3);
    }

    @Test
    void isStrictByTheExtension() {
        Events tests = run(ExtendedSamples.class, "leavesATaskOpen");

        assertThat(failures(tests)).singleElement().isInstanceOf(LeftOpen.class);
    }

    @Test
    void isNotRunTwiceUnderTheExtension() {
        Events tests = run(ExtendedSamples.class, "isInVirtualTimeOnce");

        assertThat(passed(tests)).hasSize(1);
    }

    @Test
    void runsTestsInTheSimulationOfARegisteredExtension() {
        Events tests = run(RegisteredSamples.class, "leavesATaskOpen");

        assertThat(passed(tests)).hasSize(1);
    }

    private static Events run(Class<?> samples, String method) {
        return execute(samples, method).testEvents();
    }

    private static EngineExecutionResults execute(Class<?> samples, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(samples, method))
                .execute();
    }

    private static List<String> passed(Events events) {
        return events.succeeded()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static List<Throwable> failures(Events events) {
        return events.failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
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
            throw FAILURE;
        }

        @VirtualTimeTest
        void leavesATaskOpen() {
            leaveATaskOpen();
        }

        @VirtualTimeTest(strict = false)
        void mayLeaveATaskOpen() {
            leaveATaskOpen();
        }

        @VirtualTimeTest(watchdogMillis = 300)
        void blocks() throws Exception {
            Thread.sleep(Duration.ofDays(1));
        }

        @VirtualTimeTest
        @Timeout(value = 200, unit = TimeUnit.MILLISECONDS)
        void ticksForEver() throws Exception {
            while (true) {
                sleep(Duration.ofSeconds(1));
            }
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
