package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Elements that a function makes of one state after the other.
final class UnfoldSteps<S extends @Nullable Object> extends StepSource.FreeSteps {

    private final CheckedFunction<? super S, ? extends Unfolding<?, ? extends S>> function;
    private S state;
    private boolean ended;

    UnfoldSteps(S seed, CheckedFunction<? super S, ? extends Unfolding<?, ? extends S>> function) {
        state = seed;
        this.function = function;
    }

    @Override
    @Nullable Object next() throws Exception {
        if (ended) {
            return Execution.END;
        }
        Unfolding<?, ? extends S> step = Objects.requireNonNull(
                function.apply(state), () -> "the function gave null for " + state + "; give Unfolding.end() to end");
        return switch (step) {
            case Unfolding.Next<?, ? extends S>(Object element, S following) -> {
                state = following;
                yield element;
            }
            case Unfolding.Last<?, ?>(Object element) -> {
                ended = true;
                yield element;
            }
            case Unfolding.End<?, ?> _ -> Execution.END;
        };
    }
}
