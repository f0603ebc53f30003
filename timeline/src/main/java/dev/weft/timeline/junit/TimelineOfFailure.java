package dev.weft.timeline.junit;

import dev.weft.testkit.VirtualTimeExtension;
import dev.weft.testkit.VirtualTimeTest;
import dev.weft.timeline.Timeline;
import dev.weft.timeline.TimelineFormat;
import dev.weft.timeline.TimelineRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Records each test, and writes the timelines of those that fail.
final class TimelineOfFailure implements BeforeEachCallback, AfterTestExecutionCallback {

    private static final String FOLDER = "dev.weft.timelines";
    private static final String DEFAULT_FOLDER = "target/timelines";
    private static final List<TimelineFormat> FORMATS = List.of(TimelineFormat.HTML, TimelineFormat.TEXT);
    private static final Pattern RUN = Pattern.compile("\\[test-template-invocation:#(\\d+)]$");
    private static final String RECORDER = "recorder";

    @Override
    public void beforeEach(ExtensionContext context) {
        var recorder = new TimelineRecorder();
        store(context).put(RECORDER, recorder);
        VirtualTimeExtension.observe(context, recorder);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> keep(context, failure));
    }

    private static void keep(ExtensionContext context, Throwable failure) {
        TimelineRecorder recorder = store(context).get(RECORDER, TimelineRecorder.class);
        Timeline timeline = recorder == null ? null : recorder.timeline();
        if (timeline == null || timeline.lanes().isEmpty()) {
            return; // it does not run in virtual time
        }
        Path folder = Path.of(context.getConfigurationParameter(FOLDER).orElse(DEFAULT_FOLDER));
        try {
            Files.createDirectories(folder);
            for (TimelineFormat format : FORMATS) {
                Path file = folder.resolve(name(context) + format.ending());
                timeline.write(file);
                context.publishReportEntry("timeline", file.toString());
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /// Class and method, and the number of the run if several may fail.
    private static String name(ExtensionContext context) {
        String type = context.getRequiredTestClass().getName();
        String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "."
                + context.getRequiredTestMethod().getName();
        Matcher run = RUN.matcher(context.getUniqueId());
        return run.find() && !isExplored(context) ? name + "." + run.group(1) : name;
    }

    private static boolean isExplored(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), VirtualTimeTest.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(TimelineOfFailure.class));
    }
}
