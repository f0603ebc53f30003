package dev.weft.conformance;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import dev.weft.spi.Runtime;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// An engine named `compiled` that leaves its work to another one.
public final class LateEngine implements Engine {

    @Override
    public String name() {
        return "compiled";
    }

    @Override
    public int rank() {
        return 1_000;
    }

    @Override
    public @Nullable Coroutine coroutine(Body body, Runtime runtime) {
        return other().coroutine(body, runtime);
    }

    @Override
    public @Nullable String reasonAgainst(Body body) {
        return null;
    }

    private static Engine other() {
        return ServiceLoader.load(Engine.class, LateEngine.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.name().equals("thread"))
                .findFirst()
                .orElseThrow();
    }
}
