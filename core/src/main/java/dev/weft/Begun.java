package dev.weft;

import dev.weft.spi.Coroutine;
import org.jspecify.annotations.Nullable;

/// What is left of a source whose coroutine was made without anything around it: a name.
record Begun(String name) implements Source {

    /// A bare coroutine that has ended with a result.
    record Returned(Object label, @Nullable Object result) {
        @Override
        public String toString() {
            return label.toString();
        }
    }

    static Source sourceOf(Coroutine bare) {
        return bare instanceof UpstreamCoroutine operator ? operator.source() : new Begun(bare.name());
    }

    @Override
    public Coroutine coroutine(Context context) {
        throw new IllegalStateException(name + " has begun");
    }

    @Override
    public Push pushing(Protocol protocol) {
        throw new IllegalStateException(name + " has begun");
    }

    @Override
    public void discard() {
        // What it holds is its coroutine's.
    }

    @Override
    public String site() {
        return name;
    }
}
