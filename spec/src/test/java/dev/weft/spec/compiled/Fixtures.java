package dev.weft.spec.compiled;

import dev.weft.GeneratorBody;
import dev.weft.Yielder;

/// Bodies for loaders of their own.
final class Fixtures {

    private Fixtures() {}

    /// Gives a lambda with a helper and a private call.
    static final class Lambda implements java.util.function.Supplier<GeneratorBody<Object>> {
        private int secret = 1;

        @Override
        public GeneratorBody<Object> get() {
            return y -> {
                y.yield(secret);
                helper(y);
            };
        }

        private void helper(Yielder<Object> y) {
            y.yield("helper");
        }
    }

    /// A body without any lambda.
    static final class Named implements GeneratorBody<Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public void run(Yielder<Object> y) {
            y.yield("named");
        }
    }

    /// Has a class with the name that the engine would give to the frames of `run`.
    static final class Taken implements GeneratorBody<Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public void run(Yielder<Object> y) {
            y.yield(run$0.class.getSimpleName().isEmpty());
        }

        static final class run$0 {}
    }
}
