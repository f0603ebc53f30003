package dev.weft.internal.compiled;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Completes the stack trace of what a called frame throws with the frames of its callers, which are not on Java's
/// stack.
///
/// The trace names the generated class at the place where the frame ran. There the host's own method is put, and below
/// it each caller with the line of its call, as the plain recursion would show. A trace that does not name the frame's
/// class was filled in elsewhere and stays as it is; so does one that was completed before, as the name is gone.
///
/// Costs nothing until something is thrown out of a called frame.
final class StackTraces {

    /// As many as a virtual machine records, unless told otherwise.
    private static final int DEEPEST = 1024;

    private StackTraces() {}

    static void complete(Throwable failure, LinkedFrame thrower) {
        StackTraceElement[] trace = failure.getStackTrace();
        int at = positionOf(thrower.getClass().getName(), trace);
        if (at < 0) {
            return;
        }
        var whole = new ArrayList<StackTraceElement>(List.of(trace).subList(0, at));
        if (!(thrower instanceof CalledCoroutine)) {
            whole.add(thrower.shape().at(trace[at].getLineNumber()));
        }
        @Nullable LinkedFrame frame = thrower.caller;
        for (; frame != null && whole.size() < DEEPEST; frame = frame.caller) {
            Shape shape = frame.shape();
            whole.add(shape.at(shape.lineAt(frame.state)));
        }
        for (int i = at + 1; i < trace.length && whole.size() < DEEPEST; i++) {
            whole.add(trace[i]);
        }
        failure.setStackTrace(whole.toArray(StackTraceElement[]::new));
    }

    private static int positionOf(String className, StackTraceElement[] trace) {
        for (int i = 0; i < trace.length; i++) {
            if (trace[i].getClassName().equals(className)) {
                return i;
            }
        }
        return -1;
    }
}
