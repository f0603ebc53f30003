package dev.weft.internal.compiled;

import org.jspecify.annotations.Nullable;

/// A frame that asks for more than to hand out values: it calls other frames, or is called by one.
///
/// Runs under a [FrameStack]. To ask, it leaves the argument in `exchange` and returns one of the requests below; the
/// answer is the value with which it is resumed, or the throwable. When it has ended, `exchange` is its result.
///
/// Public only for the classes that the engine generates in other packages.
public abstract class LinkedFrame extends Frame {

    /// Asks to run what `exchange` holds, a [LinkedFrame] or a [dev.weft.spi.Body.Part], to its end, in place of this
    /// frame; the answer is its result.
    protected static final Object CALL = Request.CALL;

    /// Asks to hand out all elements of the iterable in `exchange`; the answer is its result.
    protected static final Object YIELD_ALL = Request.YIELD_ALL;

    /// Asks to tie the resource in `exchange` to the body; the answer is the resource.
    protected static final Object USE = Request.USE;

    /// What [#CALL], [#YIELD_ALL] and [#USE] are, and no value of any user is.
    enum Request {
        CALL,
        YIELD_ALL,
        USE
    }

    /// What goes from this frame to its [FrameStack]: the argument of a request, or the result.
    protected @Nullable Object exchange;

    /// The frame that goes on when this one has ended.
    @Nullable LinkedFrame caller;

    /// Makes a frame that has not begun.
    protected LinkedFrame() {}

    /// Returns what the frame has left to be taken, and forgets it.
    final @Nullable Object take() {
        Object left = exchange;
        exchange = null;
        return left;
    }
}
