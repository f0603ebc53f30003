package dev.weft.conformance;

import dev.weft.AsyncGenerator;

/// What a loop written by hand with `aclosing` does at its end.
final class Loops {

    private Loops() {}

    static void aclosing(Trace trace, String who, AsyncGenerator<?> generator, String name) throws Exception {
        trace.log(who, "aclosing", "gen", name);
        try {
            var _ = generator.aclose().await();
        } catch (Throwable failure) {
            trace.log(who, "aclosing_error", "gen", name, "kind", Kinds.of(failure));
            throw failure;
        }
        trace.log(who, "aclosed", "gen", name);
    }
}
