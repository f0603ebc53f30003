package dev.weft.spi;

/// Carries what a thread has, such as the values of thread locals, to the threads that are started on its behalf.
///
/// Bound to a run by its options. Weft asks for it where a task is started, and where a body makes its first step that
/// gets a thread of its own.
@FunctionalInterface
public interface Carrier {

    /// Takes down what the calling thread has. Must not wait.
    ///
    /// @return what gives it to another thread
    Restorer capture();

    /// Gives a thread what another one had.
    @FunctionalInterface
    interface Restorer {

        /// Runs code with what was taken down, and leaves the thread as it was. Called once, on the other thread.
        ///
        /// @param code what to run, once, on the calling thread; it throws nothing
        void run(Runnable code);
    }
}
