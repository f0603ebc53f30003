package dev.weft;

import java.util.ArrayDeque;
import java.util.function.BiConsumer;
import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/// One gatherer at work, with its state and what it has made and nobody has taken yet.
final class Stage implements Gatherer.Downstream<Object> {

    private static final Object NULL = new Object(); // a deque takes no null

    private final Gatherer.Integrator<Object, Object, Object> integrator;
    private final BiConsumer<Object, Gatherer.Downstream<? super Object>> finisher;
    private final @Nullable Object state;
    private @Nullable Object output; // most gatherers make one element of one
    private boolean hasOutput;
    private @Nullable ArrayDeque<Object> moreOutput;
    private boolean rejecting;
    private boolean finished;

    private Stage(Gatherer<Object, Object, Object> gatherer) {
        integrator = gatherer.integrator();
        finisher = gatherer.finisher();
        state = gatherer.initializer().get();
    }

    @SuppressWarnings("unchecked") // a gatherer is its own witness that its types fit together
    static Stage of(Gatherer<?, ?, ?> gatherer) {
        return new Stage((Gatherer<Object, Object, Object>) gatherer);
    }

    /// The operator at work, if it makes at most one element of each.
    @SuppressWarnings("unchecked") // as above
    @Nullable Link<Object> link() {
        return state instanceof Link<?> link ? (Link<Object>) link : null;
    }

    /// Hands an element in. Returns whether the gatherer wants more.
    boolean integrate(@Nullable Object element) {
        return integrator.integrate(Tasks.unchecked(state), Tasks.unchecked(element), this);
    }

    /// Says that there are no more elements.
    void finish() {
        finished = true;
        finisher.accept(Tasks.unchecked(state), this);
    }

    boolean isFinished() {
        return finished;
    }

    boolean hasOutput() {
        return hasOutput;
    }

    boolean hasOne() {
        return hasOutput && (moreOutput == null || moreOutput.isEmpty());
    }

    @Nullable Object takeOutput() {
        Object taken = output;
        output = null;
        hasOutput = false;
        if (moreOutput != null && !moreOutput.isEmpty()) {
            Object next = moreOutput.remove();
            output = next == NULL ? null : next;
            hasOutput = true;
        }
        return taken;
    }

    /// From now on nobody wants what the gatherer makes.
    void reject() {
        rejecting = true;
    }

    // ---- towards the gatherer ----

    @Override
    public boolean push(@Nullable Object element) {
        if (!hasOutput) {
            output = element;
            hasOutput = true;
        } else {
            if (moreOutput == null) {
                moreOutput = new ArrayDeque<>();
            }
            moreOutput.add(element == null ? NULL : element);
        }
        return !rejecting;
    }

    @Override
    public boolean isRejecting() {
        return rejecting;
    }
}
