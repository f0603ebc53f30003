package dev.weft.internal.compiled;

import dev.weft.spi.Coroutine;
import org.jspecify.annotations.Nullable;

/// The activation record of one body: where it stopped, and the values that it needs to go on.
///
/// Each body that is compiled gets a subclass of its own, with a field for every value that is alive at one of its
/// stops and a `resume` that is the body's code. `state` is 0 before the first resume and then the number of the stop,
/// counted from 1 in the order of the code.
///
/// A body that does nothing with its yielder but yield needs no more than this: the frame itself is its coroutine. All
/// others extend [LinkedFrame].
///
/// Public only for the classes that the engine generates in other packages.
public abstract class Frame implements Coroutine {

    /// The stop at which the body is; 0 before it has begun.
    protected int state;

    /// Makes a frame that has not begun.
    protected Frame() {}

    /// Does what a yielder does when its body is resumed: throws what is thrown in, or returns what is sent.
    ///
    /// @param sent the value sent
    /// @param thrown what to throw instead, or `null`
    /// @return `sent`
    /// @throws Throwable `thrown`
    protected static @Nullable Object received(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        if (thrown != null) {
            throw thrown;
        }
        return sent;
    }

    /// Describes the code of this frame.
    ///
    /// @return the same object for all frames of a class
    protected abstract Shape shape();

    @Override
    public String name() {
        return shape().name();
    }

    @Override
    public Object label() {
        return shape();
    }

    @Override
    public @Nullable Object result() {
        return null;
    }

    @Override
    public final boolean inline() {
        return true;
    }

    @Override
    public boolean mustBeClosed() {
        return false;
    }

    @Override
    public boolean unwinds() {
        return mustBeClosed() && shape().unwindsAt(state);
    }

    @Override
    public boolean isPrompt() {
        return shape().isPrompt();
    }

    @Override
    public StackTraceElement written(StackTraceElement frame) {
        return frame.getClassName().equals(getClass().getName()) ? shape().at(frame.getLineNumber()) : frame;
    }

    @Override
    public void abandon() {
        // To forget a frame is to give it up.
    }
}
