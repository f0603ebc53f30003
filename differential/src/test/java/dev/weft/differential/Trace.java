package dev.weft.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What happened in one run, in order: what the consumer saw, and what the body noted.
///
/// Bodies add from whatever strand they are on; the end of a run closes those that are open at the same time.
public final class Trace {

    private static final int LIMIT = 3_000;
    private static final int DEPTH = 5;
    private static final Pattern OF_BODIES = Pattern.compile("(Drawn|Regressions).*|.*Bodies\\.java");

    /// What the JDK says of an array: its type and its identity.
    private static final Pattern ARRAY = Pattern.compile("(\\[+(?:[ZBCSIJFD]|L[\\w.$]+;))@[0-9a-f]+");

    private final List<String> events = new ArrayList<>(); // guarded by this

    /// Adds an event. The identities of arrays, which two runs do not share, are left out.
    ///
    /// @param event what happened
    public void add(String event) {
        String known = ARRAY.matcher(event).replaceAll("$1");
        synchronized (this) {
            if (events.size() < LIMIT) {
                events.add(known);
            }
        }
    }

    /// Returns what happened so far.
    ///
    /// @return the events
    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /// Shows a value with its type, and nothing that two runs do not share, such as an identity.
    ///
    /// @param value the value, which may be null
    /// @return a text
    public static String show(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + text + '"';
            case Integer number -> number.toString();
            case Throwable error -> describe(error, DEPTH, 1);
            case Enum<?> constant -> constant.name();
            case Number number -> number.getClass().getSimpleName() + " " + number;
            case Collection<?> elements ->
                elements.stream().map(Trace::show).collect(Collectors.joining(", ", "[", "]"));
            default -> showOther(value);
        };
    }

    private static String showOther(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            String all = Arrays.deepToString(new Object[] {value});
            return type.getSimpleName() + " " + all.substring(1, all.length() - 1);
        }
        return hasText(type) ? type.getSimpleName() + " " + value : "an object";
    }

    private static boolean hasText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class && !type.isSynthetic();
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /// Shows an exception with all that hangs on it.
    ///
    /// Where it was made is the first line of a body that its stack trace names. The others are shown only of what came
    /// out of the body: a compiled body completes the trace on the way out.
    ///
    /// @param error the exception, which came out
    /// @return its class, message, lines in the body, cause and suppressed exceptions
    public static String describe(Throwable error) {
        return describe(error, DEPTH, Integer.MAX_VALUE);
    }

    private static String describe(Throwable error, int depth, int lines) {
        if (depth == 0) {
            return "…";
        }
        var text = new StringBuilder(error.getClass().getSimpleName());
        text.append(": ").append(message(error)).append(place(error, lines));
        if (error.getCause() != null) {
            text.append(" {cause ")
                    .append(describe(error.getCause(), depth - 1, 1))
                    .append('}');
        }
        for (Throwable suppressed : error.getSuppressed()) {
            // What the thread engine adds to a failure that changes threads.
            if (!suppressed.getClass().getName().equals("dev.weft.Requested")) {
                text.append(" {suppressed ")
                        .append(describe(suppressed, depth - 1, 1))
                        .append('}');
            }
        }
        return text.toString();
    }

    /// What the JVM says of a null names the bytecode that met it, which is another one in each engine.
    private static String message(Throwable error) {
        boolean made = error instanceof NullPointerException
                && String.valueOf(error.getMessage()).startsWith("Cannot ");
        return made ? "(of the JVM)" : error.getMessage();
    }

    private static String place(Throwable error, int most) {
        if (error.getClass().getName().startsWith("dev.weft.Generator")) {
            return ""; // made by Weft, whose frames differ
        }
        List<String> lines = new ArrayList<>();
        for (StackTraceElement frame : error.getStackTrace()) {
            String file = String.valueOf(frame.getFileName());
            boolean ofWeft = frame.getClassName().startsWith("dev.weft.")
                    && !frame.getClassName().startsWith(Trace.class.getPackageName());
            if (frame.getClassName().equals(Driver.class.getName()) || (ofWeft && !lines.isEmpty())) {
                break; // from here on another body's or the consumer's; what is below depends on the engine and the
                // drive
            }
            if (OF_BODIES.matcher(file).matches() && lines.size() < most) {
                lines.add(file + ":" + frame.getLineNumber());
            }
        }
        return lines.isEmpty() ? "" : " at " + String.join(" < ", lines);
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", events);
    }
}
