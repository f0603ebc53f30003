package dev.weft;

import java.util.Arrays;

/// The consumer's frames, for an exception that was thrown on another thread: suppressed in it, once.
final class Requested extends Exception {

    private static final long serialVersionUID = 1L;

    private Requested() {
        super("requested at", null, false, true);
        setStackTrace(Arrays.stream(getStackTrace())
                .filter(frame -> !isInternal(frame.getClassName()))
                .toArray(StackTraceElement[]::new));
    }

    /// Adds the frames of the calling thread to `failure`, unless it has a consumer's frames already.
    static <X extends Throwable> X at(X failure) {
        if (failure instanceof GeneratorExit || failure instanceof StopAsyncIteration || failure instanceof Signal) {
            return failure;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof Requested) {
                return failure;
            }
        }
        failure.addSuppressed(new Requested());
        return failure;
    }

    /// Frames that say how Weft works, not what the user's code does.
    static boolean isInternal(String className) {
        return className.startsWith("dev.weft.internal.")
                || (className.startsWith("dev.weft.") && className.lastIndexOf('.') == "dev.weft".length())
                || className.startsWith("java.lang.ScopedValue")
                || className.startsWith("java.lang.VirtualThread")
                || className.startsWith("jdk.internal.");
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // a trace shows "Suppressed: requested at", without a class name
    public String toString() {
        return "requested at";
    }
}
