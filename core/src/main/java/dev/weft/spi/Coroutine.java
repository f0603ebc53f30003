package dev.weft.spi;

import org.jspecify.annotations.Nullable;

/// A body that stops at each of its values: started by the first resume, driven by the next ones.
///
/// Knows nothing of PEP 525. Its caller sees to it that resumes do not overlap, that each happens after the one
/// before, and that nothing is resumed after the end.
public interface Coroutine {

    /// What [#resume(Object, Throwable)] returns when the body has ended: no value of any body.
    Object END = new Object() {
        @Override
        public String toString() {
            return "the end";
        }
    };

    /// Runs the body to its next value or to its end.
    ///
    /// Waits as long as the body does. An interrupt of the calling thread reaches the body wherever it waits; an
    /// interrupt that the body did not consume is on the calling thread again when this method returns or throws.
    ///
    /// @param sent what the body's `suspend` returns; ignored by the first resume
    /// @param thrown what the body's `suspend` throws instead, or `null`; always `null` in the first resume
    /// @return the value at which the body stopped, or [#END]
    /// @throws Throwable what the body lets out, the same instance; it has ended then
    @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable;

    /// Returns the result of a body that has ended by returning.
    ///
    /// @return the result
    @Nullable Object result();

    /// Names what this runs, for reports. Can be asked at any time.
    ///
    /// @return the name, the same as [Body#name()]
    String name();

    /// Returns what to remember of this when it has ended: something that keeps nothing of it alive, and that is told
    /// as its name.
    ///
    /// @return an object with the name as its text
    default Object label() {
        return name();
    }

    /// Tells whether the body runs on the thread that resumes it.
    ///
    /// @return `false` if the body has a thread of its own
    boolean inline();

    /// Tells whether something would run if a throwable were thrown into the body where it has stopped now. If not,
    /// to close the body is to forget it.
    ///
    /// @return `false` only if nothing would run
    default boolean unwinds() {
        return true;
    }

    /// Tells whether somebody must close this if it is dropped while stopped, because something would be lost. What it
    /// reads itself does not count, as far as that is closed when it is dropped.
    ///
    /// @return `false` only if it can be dropped at each of its stops
    default boolean mustBeClosed() {
        return true;
    }

    /// Tells whether every resume ends soon and waits for nothing, so that there is no use in running it beside another
    /// one: who needs several may run them in turn. Can be asked by any thread, at any time.
    ///
    /// @return `true` only if that is certain
    default boolean isPrompt() {
        return false;
    }

    /// Tells where the code of a stack frame was written, if it is a frame of code that was made for this.
    ///
    /// @param frame a frame of a stack trace
    /// @return the frame as the user's code would have it, or `frame` itself
    default StackTraceElement written(StackTraceElement frame) {
        return frame;
    }

    /// Gives up a stopped body that refuses to end. It is not resumed again; a thread that it occupies stays parked,
    /// with a reason that is [Runtime.Abandoned].
    void abandon();
}
