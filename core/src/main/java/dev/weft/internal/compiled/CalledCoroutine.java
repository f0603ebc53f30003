package dev.weft.internal.compiled;

import dev.weft.spi.Coroutine;
import org.jspecify.annotations.Nullable;

/// A level of a [FrameStack] that is no generated frame: what `yieldAll` reads, or a part of the body that could not be
/// compiled.
final class CalledCoroutine extends LinkedFrame {

    private final Coroutine coroutine;

    CalledCoroutine(Coroutine coroutine) {
        this.coroutine = coroutine;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the end is one object
    public @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        Object out = coroutine.resume(sent, thrown);
        if (out == END) {
            exchange = coroutine.result();
        }
        return out;
    }

    boolean runsInline() {
        return coroutine.inline();
    }

    @Override
    public String name() {
        return coroutine.name();
    }

    @Override
    public boolean mustBeClosed() {
        return coroutine.mustBeClosed();
    }

    @Override
    public boolean unwinds() {
        return coroutine.unwinds();
    }

    @Override
    public StackTraceElement written(StackTraceElement frame) {
        return coroutine.written(frame);
    }

    @Override
    public void abandon() {
        coroutine.abandon();
    }

    @Override
    protected Shape shape() {
        throw new UnsupportedOperationException("its code is not the engine's");
    }
}
