package dev.weft.timeline;

import dev.weft.Action;
import dev.weft.Async;
import dev.weft.RunOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What the tasks and generators of a run did: when each ran, slept, waited and for whom, yielded what, and how it
/// ended. Immutable.
///
/// {@snippet class=dev.weft.spec.TimelineSnippets region=record}
///
/// A wait that an operator does on the strand of its consumer is in the operator's lane. Links to tasks are found by
/// the names of tasks, as the reason of a wait is a text.
///
/// @param lanes a lane for each task and generator, in the order in which they began
/// @param links who waited for whom, in the order in which the waits ended
/// @param length from the first event to the last
/// @param missed how many events came after the recorder was full
public record Timeline(List<Lane> lanes, List<Link> links, Duration length, long missed) {

    /// Copies the lists.
    public Timeline {
        lanes = List.copyOf(lanes);
        links = List.copyOf(links);
    }

    /// Runs `code` as by [Async#run(Callable)], on the runtime of the surroundings, and records it.
    ///
    /// - **Suspends**: as `code` does, and until all that began in it has ended.
    /// - **Errors**: what `code` throws is thrown again, the same instance, and its timeline is lost; to have that of
    ///   code that may fail, bind a [TimelineRecorder] to the run.
    ///
    /// @param code what to run
    /// @return its timeline
    /// @throws Exception what `code` throws
    public static Timeline record(Callable<?> code) throws Exception {
        var recorder = new TimelineRecorder();
        Callable<@Nullable Object> call = code::call;
        Async.run(RunOptions.defaults().observer(recorder), call);
        return recorder.timeline();
    }

    /// Runs `code` and records it, like [#record(Callable)].
    ///
    /// @param code what to run
    /// @return its timeline
    /// @throws Exception what `code` throws
    public static Timeline record(Action code) throws Exception {
        Callable<Boolean> call = () -> {
            code.run();
            return true;
        };
        return record(call);
    }

    /// Draws it as plain text of 80 columns: ASCII, without colours.
    ///
    /// @return lines, each with its end
    public String toText() {
        return String.join("\n", toText(TextStyle.PLAIN)) + "\n";
    }

    /// Draws it as text: an axis, a row for each lane, and a legend. Lanes of the same type and name that follow one
    /// another share a row. Rows that there is no room for are left out, and a note says so.
    ///
    /// @param style what the text may be made of
    /// @return the lines, without their ends
    public List<String> toText(TextStyle style) {
        return new TextDrawing(this, style).lines();
    }

    /// Draws it as an SVG image, in light or dark colours as the viewer prefers. What is too small to be seen is drawn
    /// together, and a note says what was left out: a long run does not make a large image.
    ///
    /// @return the image, an XML document
    public String toSvg() {
        return new SvgDrawing(this).image();
    }

    /// Makes a page to look at it in a browser: to zoom, to search, and to read what is under the pointer. The page is
    /// complete in itself and asks nothing of any network.
    ///
    /// - **Cost**: about 40 bytes per event; what is drawn depends on the window alone.
    ///
    /// @param title what to call it
    /// @return the page, an HTML document
    public String toHtml(String title) {
        return new HtmlPage(this, title).page();
    }

    /// Writes it in the trace event format, which Perfetto and `chrome://tracing` open: a thread for each row, with
    /// complete events for spans, instant events for points and flow events for links.
    ///
    /// @return a JSON document
    public String toTraceJson() {
        return new TraceJson(this).document();
    }

    /// Writes it into a file, in the format that the file's ending names.
    ///
    /// @param file where to; what is there is replaced
    /// @throws IllegalArgumentException if no format has this ending
    /// @throws IOException if the file cannot be written
    public void write(Path file) throws IOException {
        TimelineFormat format = TimelineFormat.of(file);
        Files.writeString(file, format.render(this, TimelineFormat.title(file)), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "timeline of " + lanes.size() + " lanes over " + Times.show(length.toNanos());
    }
}
