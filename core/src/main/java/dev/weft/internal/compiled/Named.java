package dev.weft.internal.compiled;

import dev.weft.spi.Coroutine;
import org.jspecify.annotations.Nullable;

/// A frame whose body has another name than the other bodies of its class.
final class Named implements Coroutine {

    private final Frame frame;
    private final String name;

    Named(Frame frame, String name) {
        this.frame = frame;
        this.name = name;
    }

    @Override
    public @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        return frame.resume(sent, thrown);
    }

    @Override
    public @Nullable Object result() {
        return frame.result();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean inline() {
        return true;
    }

    @Override
    public boolean unwinds() {
        return frame.unwinds();
    }

    @Override
    public boolean mustBeClosed() {
        return frame.mustBeClosed();
    }

    @Override
    public boolean isPrompt() {
        return frame.isPrompt();
    }

    @Override
    public StackTraceElement written(StackTraceElement frame) {
        return this.frame.written(frame);
    }

    @Override
    public void abandon() {
        frame.abandon();
    }
}
