package dev.weft.timeline.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Keeps the timeline of a test in virtual time that fails: as a page, `target/timelines/FeedSpec.stopsInTime.html`,
/// and as text, in a file beside it. On a class, of each of its tests.
///
/// {@snippet class=dev.weft.spec.TimelineSnippets region=recordTimeline}
///
/// For tests with `@VirtualTimeTest` and those that a `VirtualTimeExtension` runs. Of a test that explores seeds it is
/// the timeline under the seed that fails; of a parameterized or repeated test the number of the run is in the name.
/// The report of the test names the files. Where they go can be set as the JUnit configuration parameter
/// `dev.weft.timelines`, a folder.
///
/// - **Errors**: a file that cannot be written is a suppressed exception of the test's failure.
/// - **Cost**: that of a recorder for each test, whether it fails or not.
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(TimelineOfFailure.class)
@SuppressWarnings("exports") // the extension is found by JUnit alone
public @interface RecordTimeline {}
