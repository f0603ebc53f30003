package dev.weft;

import dev.weft.spi.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the stack trace of a failure that leaves a body, a push or a task tell what the user's code did.
///
/// Frames of Weft are taken out, with those of the platform by which Weft called; a frame of a compiled body becomes
/// the place where it was written; and a body that has a thread of its own gets the frames of whoever drives it below
/// its own, as if it ran on that thread. So the text is the same whoever suspends the body, in either drive.
///
/// The topmost frame of Weft stays if nothing of the user's is above it: there the failure was made. A trace that was
/// filled in elsewhere has no frames of Weft, and stays as it is; so does one that was put in order before.
///
/// Costs nothing until something is thrown. With `-Ddev.weft.traces=full` it does nothing at all.
final class Traces {

    private static final String PACKAGE = "dev.weft.";
    private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.");

    private Traces() {}

    /// Puts the trace of what `ran` has let out in order.
    static <X extends Throwable> X ofBody(X failure, @Nullable Coroutine ran) {
        if (isPlain(failure)) {
            StackTraceElement[] trace = failure.getStackTrace();
            StackTraceElement[] whole = ran == null || ran.inline() ? trace : joined(trace);
            boolean placed = ran != null && place(whole, ran);
            List<StackTraceElement> kept = ofUser(whole);
            if (placed || kept.size() != trace.length) {
                failure.setStackTrace(kept.toArray(StackTraceElement[]::new));
            }
        }
        return failure;
    }

    /// Puts the trace of what a push or a task has let out in order.
    static <X extends Throwable> X of(X failure) {
        return ofBody(failure, null);
    }

    private static boolean isPlain(Throwable failure) {
        return !(failure instanceof Signal)
                && !(failure instanceof GeneratorExit)
                && !(failure instanceof StopAsyncIteration)
                && !Kernel.KERNEL.showsFullTraces();
    }

    /// A trace of a body's own thread with that of its driver, the calling thread, below it. Any other trace is not the
    /// body's, or was joined before.
    private static StackTraceElement[] joined(StackTraceElement[] ofBody) {
        int start = startOfStrand(ofBody);
        if (start < 0 || !BodySource.isOwnThread(ofBody[start])) {
            return ofBody;
        }
        StackTraceElement[] ofDriver = new Throwable().getStackTrace();
        var both = Arrays.copyOf(ofBody, start + ofDriver.length);
        System.arraycopy(ofDriver, 0, both, start, ofDriver.length);
        return both;
    }

    /// Where the code of a strand that Weft has started begins: what is below is its runtime's. -1 for other threads.
    private static int startOfStrand(StackTraceElement[] trace) {
        int i = trace.length - 1;
        while (i >= 0 && !isStartOfStrand(trace[i])) {
            i--;
        }
        return i;
    }

    static boolean isStartOfStrand(StackTraceElement frame) {
        return BodySource.isOwnThread(frame) || RunningTask.isOwnThread(frame);
    }

    /// Whether a frame is neither Weft's nor one by which Weft calls.
    static boolean isUsers(StackTraceElement frame) {
        return !isWeft(frame) && !isPlumbing(frame);
    }

    /// Puts what was written in the place of what an engine made of it. Returns whether there was any.
    private static boolean place(StackTraceElement[] trace, Coroutine ran) {
        boolean placed = false;
        for (int i = 0; i < trace.length; i++) {
            StackTraceElement written = ran.written(trace[i]);
            placed |= !written.equals(trace[i]);
            trace[i] = written;
        }
        return placed;
    }

    /// The frames of a trace that are not Weft's.
    static List<StackTraceElement> ofUser(StackTraceElement[] trace) {
        int start = startOfStrand(trace);
        int end = start < 0 ? trace.length : start + 1;
        int origin = origin(trace);
        var kept = new ArrayList<StackTraceElement>(trace.length);
        boolean inWeft = false; // whether the frame below is Weft's, or called by it
        for (int i = end - 1; i >= 0; i--) {
            StackTraceElement frame = trace[i];
            if (isWeft(frame)) {
                inWeft = true;
                if (i == origin) {
                    kept.add(frame);
                }
            } else if (!isPlumbing(frame)) {
                inWeft = false;
                kept.add(frame);
            } else if (!inWeft && !(i > 0 && isWeft(trace[i - 1]))) {
                kept.add(frame);
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /// Where Weft itself has made a failure; -1 if the user's code has.
    private static int origin(StackTraceElement[] trace) {
        for (int i = 0; i < trace.length; i++) {
            if (isWeft(trace[i])) {
                return i;
            }
            String name = trace[i].getClassName();
            if (PLATFORM.stream().noneMatch(name::startsWith)) {
                return -1;
            }
        }
        return -1;
    }

    /// Whether a frame says how Weft works, not what the user's code does.
    static boolean isWeft(StackTraceElement frame) {
        return isWeft(frame.getClassName());
    }

    /// Whether a class is Weft's own.
    static boolean isWeft(String name) {
        return name.startsWith(PACKAGE)
                && (name.startsWith("internal.", PACKAGE.length()) || name.indexOf('.', PACKAGE.length()) < 0);
    }

    /// Whether a frame is one by which Weft calls, and starts threads.
    private static boolean isPlumbing(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.lang.ScopedValue")
                || name.startsWith("jdk.internal.vm.")
                || name.startsWith("java.lang.VirtualThread");
    }
}
