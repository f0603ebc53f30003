package dev.weft;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A supplier of sources that is asked again and again, and whether it gives a new one each time.
final class Remaking {

    private final Callable<? extends AsyncIterable<?>> supplier;
    private @Nullable AsyncIterable<?> last;

    Remaking(Callable<? extends AsyncIterable<?>> supplier) {
        this.supplier = supplier;
    }

    /// Asks for the next source; what this throws is the supplier's.
    AsyncIterable<?> next() throws Exception {
        return supplier.call();
    }

    /// Opens what the supplier gave.
    @SuppressWarnings("ReferenceEquality") // an iterator is used up, whatever it equals
    Upstream open(@Nullable AsyncIterable<?> made) {
        Objects.requireNonNull(made, "the supplier returned null; return a source");
        if (made instanceof AsyncIterator<?> && made == last) {
            throw new IllegalStateException(
                    "the supplier returned " + made + " again, which can be read once; make a new one at each call");
        }
        last = made;
        return Upstream.of(made);
    }
}
