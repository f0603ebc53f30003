package dev.weft.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test method that runs in virtual time: in place of `@Test`.
///
/// {@snippet class=dev.weft.spec.TestKitSnippets region=virtualTimeTest}
///
/// It may throw anything, wait by any means of Weft, and must close and await what it starts. Each seed is a test of
/// its own, on a fresh instance of the class, named by its seed; after the first that fails the others are left out. A
/// test that fails under a seed says how to replay it.
///
/// - **Threads**: the method runs on a virtual thread. `@BeforeEach`, `@AfterEach`, constructors and parameter
///   resolvers run outside, in real time, on JUnit's thread; so thread locals that they set are seen only if inherited.
/// - **Errors**: as [Simulation#run(dev.weft.Action)]; the replay hint is a suppressed exception and a report entry.
///
/// For other kinds of tests, such as parameterized ones, see [VirtualTimeExtension].
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(VirtualTimeRuns.class)
@SuppressWarnings("exports") // the extension is found by JUnit alone
public @interface VirtualTimeTest {

    /// The [#seed()] that stands for FIFO order.
    long FIFO = Long.MIN_VALUE;

    /// Returns the seed from which the order is drawn; the first one if several are explored.
    ///
    /// @return the seed, or [#FIFO]
    long seed() default FIFO;

    /// Returns how many seeds to explore, from [#seed()] or 0 upwards.
    ///
    /// @return the number of seeds; with 0, the test runs once
    int explore() default 0;

    /// Tells whether a task or generator left open fails the test.
    ///
    /// @return whether to be strict
    boolean strict() default true;

    /// Returns the limit of the watchdog.
    ///
    /// @return milliseconds of real time, positive
    /// @see Simulation#watchdog(java.time.Duration)
    long watchdogMillis() default 10_000;
}
