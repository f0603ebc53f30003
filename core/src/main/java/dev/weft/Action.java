package dev.weft;

/// Code that gives nothing and may throw anything: [Runnable] for code that waits.
@FunctionalInterface
public interface Action {

    /// Runs; may wait.
    ///
    /// @throws Exception whatever goes wrong; it reaches the caller as the same instance
    void run() throws Exception;
}
