package dev.weft;

import dev.weft.spi.Coroutine;
import org.jspecify.annotations.Nullable;

/// A coroutine written by hand, as operators are: it computes its next element when asked, and closes what it owns on
/// every exit.
abstract class UpstreamCoroutine implements Coroutine {

    private final Source source;

    UpstreamCoroutine(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    /// Names the generator. Called before the first step.
    void drivenBy(Protocol protocol) {}

    @Override
    public final String name() {
        return source.name();
    }

    /// Computes the next element.
    ///
    /// @return the element, or [Coroutine#END]
    abstract @Nullable Object next() throws Throwable;

    /// Closes what this owns.
    abstract void close() throws Throwable;

    @Override
    public final @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        if (thrown != null) {
            throw closeAfter(thrown);
        }
        @Nullable Object element;
        try {
            element = next();
        } catch (Throwable failure) {
            throw closeAfter(failure);
        }
        if (Core.isEnd(element)) {
            close();
        }
        return element;
    }

    /// A failure of the clean-up replaces an exit, which is no failure, and is suppressed in anything else.
    private Throwable closeAfter(Throwable failure) {
        try {
            close();
            return failure;
        } catch (Throwable t) {
            return failure instanceof GeneratorExit ? t : Throw.both(failure, t);
        }
    }

    @Override
    public final @Nullable Object result() {
        return null;
    }

    @Override
    public final boolean inline() {
        return true;
    }

    @Override
    public final void abandon() {
        // An operator never answers an exit with a value.
    }
}
