package dev.weft;

/// The consumer's frames, for an exception that was thrown on another strand: suppressed in it, once.
final class Requested extends Exception {

    private static final long serialVersionUID = 1L;

    private Requested() {
        super("requested at", null, false, true);
        setStackTrace(Traces.ofUser(getStackTrace()).stream()
                .filter(frame -> !Traces.isWeft(frame))
                .toArray(StackTraceElement[]::new));
    }

    /// Adds the frames of the calling thread to `failure`, unless it has a consumer's frames already or there are none.
    static <X extends Throwable> X at(X failure) {
        if (failure instanceof GeneratorExit || failure instanceof StopAsyncIteration || failure instanceof Signal) {
            return failure;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof Requested) {
                return failure;
            }
        }
        var here = new Requested();
        if (here.getStackTrace().length > 0) { // a strand of an operator has none
            failure.addSuppressed(here);
        }
        return failure;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // a trace shows "Suppressed: requested at", without a class name
    public String toString() {
        return "requested at";
    }
}
