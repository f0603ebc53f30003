package dev.weft.internal.compiled;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import dev.weft.spi.Runtime;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/// Turns bodies into state machines, which run on the thread that pulls them. Declines what it cannot turn.
///
/// @param recent what it has found of late
public record CompiledEngine(RecentLinks recent) implements Engine {

    private static final int RANK = 10;

    /// Makes the engine; called by the service loader.
    public CompiledEngine() {
        this(new RecentLinks(RecentLinks.none()));
    }

    @Override
    public String name() {
        return "compiled";
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public @Nullable Coroutine coroutine(Body body, Runtime runtime) {
        Object source = body.source();
        Frame frame = recent.of(source.getClass()).frame(source);
        if (frame instanceof LinkedFrame outermost) {
            return new FrameStack(body, outermost);
        }
        if (frame == null) {
            return null;
        }
        return frame.shape().isNamedAs(body) ? frame : new Named(frame, body.name());
    }

    @Override
    public @Nullable String reasonAgainst(Body body) {
        Object source = body.source();
        return BodyLink.of(source.getClass()).reason(source);
    }

    @Override
    public void register(MethodHandles.Lookup lookup) {
        Access.register(lookup);
    }
}
