package dev.weft.internal.jfr;

import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/// The events as Java Flight Recorder has them. Names and fields are a contract: see `docs/observing.md`.
final class RecordedEvents {

    /// One of each, to be asked whether it is enabled.
    static final List<Event> PROBES =
            List.of(new Task(), new Generator(), new Yield(), new Await(), new Close(), new Leak(), new Fallback());

    private RecordedEvents() {}

    /// A task or a run, from its start to its end.
    @Name("dev.weft.Task")
    @Label("Task")
    @Category("Weft")
    @Description("A task or a run, from its start to its end")
    @StackTrace(false)
    static final class Task extends Event {
        @Label("Name")
        @Nullable String name;

        @Label("Type")
        @Nullable String type;

        @Label("Parent")
        @Nullable String parent;

        @Label("Site")
        @Nullable String site;

        @Label("Cancelled")
        boolean cancelled;

        @Label("Failure")
        @Nullable String failure;
    }

    /// A generator, from its first step to its end.
    @Name("dev.weft.Generator")
    @Label("Generator")
    @Category("Weft")
    @Description("A generator, from its first step to its end")
    @StackTrace(false)
    static final class Generator extends Event {
        @Label("Name")
        @Nullable String name;

        @Label("Parent")
        @Nullable String parent;

        @Label("Site")
        @Nullable String site;

        @Label("Yields")
        long yields;

        @Label("Failure")
        @Nullable String failure;
    }

    /// A generator gave an element.
    @Name("dev.weft.Yield")
    @Label("Yield")
    @Category("Weft")
    @Description("A generator gave an element")
    @StackTrace(false)
    @Enabled(false)
    static final class Yield extends Event {
        @Label("Name")
        @Nullable String name;

        @Label("Number")
        long number;
    }

    /// A task, a run or a generator waited.
    @Name("dev.weft.Await")
    @Label("Await")
    @Category("Weft")
    @Description("A task, a run or a generator waited")
    @StackTrace(false)
    @Threshold("20 ms")
    static final class Await extends Event {
        @Label("Name")
        @Nullable String name;

        @Label("Type")
        @Nullable String type;

        @Label("Waited For")
        @Nullable String reason;
    }

    /// The clean-up of a generator that was closed.
    @Name("dev.weft.Close")
    @Label("Close")
    @Category("Weft")
    @Description("A generator that was closed, until its clean-up had ended")
    @StackTrace(false)
    static final class Close extends Event {
        @Label("Name")
        @Nullable String name;

        @Label("Site")
        @Nullable String site;
    }

    /// A generator was dropped while suspended.
    @Name("dev.weft.Leak")
    @Label("Leak")
    @Category("Weft")
    @Description("A generator was dropped while suspended")
    @StackTrace(false)
    static final class Leak extends Event {
        @Label("Name")
        @Nullable String name;

        @Label("Site")
        @Nullable String site;
    }

    /// An engine declined a body.
    @Name("dev.weft.Fallback")
    @Label("Fallback")
    @Category("Weft")
    @Description("A better engine declined a body")
    @StackTrace(false)
    static final class Fallback extends Event {
        @Label("Name")
        @Nullable String name;

        @Label("Site")
        @Nullable String site;

        @Label("Reason")
        @Nullable String reason;
    }
}
