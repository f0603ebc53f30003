package dev.weft;

import dev.weft.spi.Coroutine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a generator makes its elements, in each of the two drives.
interface Source {

    /// Makes the coroutine for the pull drive. Runs no code of users.
    Coroutine coroutine(Context context);

    /// Names the generator, if there is more of it than the coroutine. Called before the first step.
    default void drivenBy(Protocol protocol) {}

    /// Makes the push drive, which runs the source from its beginning on the calling thread. Runs no code of users.
    Push pushing(Protocol protocol);

    /// Lets go of what a source holds that will never run.
    void discard();

    /// The generators that this one reads, as far as they are known.
    default List<Protocol> upstreams() {
        return List.of();
    }

    /// Those among `sources` that are generators.
    static List<Protocol> generatorsAmong(List<? extends AsyncIterable<?>> sources) {
        var generators = new ArrayList<Protocol>();
        for (AsyncIterable<?> source : sources) {
            if (source instanceof Generator<?, ?, ?> generator) {
                generators.add(generator);
            }
        }
        return generators;
    }

    /// Names the source, for threads and reports.
    String name();

    /// What this is named after, if it is an operator on one source.
    default @Nullable AsyncIterable<?> operand() {
        return null;
    }

    /// Says where the source was written.
    String site();
}
