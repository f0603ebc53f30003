package dev.weft;

/// What a body sees at its `yield` when its generator is closed.
///
/// An [Error], so that `catch (Exception e)` lets it pass. A body may catch it to clean up, and then returns or throws
/// it again; a body that yields again instead gets it once more at that very `yield`, and the close fails with
/// [GeneratorStateException.Reason#IGNORED_EXIT]. Has no stack trace.
///
/// - **Source**: PEP 525, "Finalization"; PEP 342, "New generator method: close()".
public final class GeneratorExit extends Error {

    private static final long serialVersionUID = 1L;

    /// Makes an exit signal.
    public GeneratorExit() {
        super("the generator is closed", null, true, false);
    }
}
