package dev.weft;

/// The end of an async iteration: what awaiting [AsyncIterator#anext()] throws when no element is left.
///
/// Carries no value and no stack trace. A body must not let one out: that is an error of
/// the body, and its consumer sees a [GeneratorStateException] with reason `RAISED_STOP` instead of an end.
///
/// - **Source**: PEP 492, "Asynchronous Iterators"; PEP 525, "Support for Asynchronous Iteration Protocol".
public final class StopAsyncIteration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Makes an end signal, for an [AsyncIterator] written by hand.
    public StopAsyncIteration() {
        super("the iteration has ended", null, true, false);
    }
}
