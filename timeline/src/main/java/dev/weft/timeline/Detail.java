package dev.weft.timeline;

import dev.weft.Async;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.spi.Runtime;
import dev.weft.spi.Subject;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an event says, put into words at once: later the value may be another.
///
/// @param sort what it is
/// @param text it, in words
/// @param stack where it came from, if it is an error
/// @param subject whom it names, if it names one
record Detail(
        Sort sort, String text, String stack, @Nullable Subject subject) {

    enum Sort {
        NOTHING,
        SUBJECT,
        TIME,
        VALUE,
        EXIT,
        STOP,
        CANCELLATION,
        FAILURE
    }

    private static final Detail NOTHING = new Detail(Sort.NOTHING, "", "", null);
    private static final int LONGEST = 200;
    private static final int FRAMES = 16;

    static Detail of(@Nullable Object detail) {
        return switch (detail) {
            case null -> NOTHING;
            case Subject subject -> new Detail(Sort.SUBJECT, subject.name(), "", subject);
            case Throwable thrown -> new Detail(sort(thrown), error(thrown), stack(thrown), null);
            case Runtime.Timed timed -> new Detail(Sort.TIME, text(timed), "", null);
            default -> new Detail(Sort.VALUE, text(detail), "", null);
        };
    }

    private static Sort sort(Throwable thrown) {
        return switch (thrown) {
            case GeneratorExit _ -> Sort.EXIT;
            case StopAsyncIteration _ -> Sort.STOP;
            case InterruptedException _, CancellationException _ -> Sort.CANCELLATION;
            default -> isSignal(thrown) ? Sort.STOP : Sort.FAILURE;
        };
    }

    /// Whether an operator has thrown it to stop itself: a class of the language that nobody else can name.
    private static boolean isSignal(Throwable thrown) {
        Class<?> type = thrown.getClass();
        return type.getPackageName().equals(Async.class.getPackageName()) && !Modifier.isPublic(type.getModifiers());
    }

    private static String error(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String message = thrown.getMessage();
        return message == null ? name : text(name + ": " + message);
    }

    /// The words for a value, which may come from a user's class and then may fail.
    static String text(@Nullable Object value) {
        String text;
        try {
            text = String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            text = "a " + (value == null ? "null" : value.getClass().getName()) + ", whose toString() failed";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String stack(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n"));
    }
}
