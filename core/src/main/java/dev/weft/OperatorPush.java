package dev.weft;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A push of a source without a body of its own, as operators are. It stands before the consumer, says which of the two
/// runs, and ends when a close in another task wants it to.
final class OperatorPush extends Push implements Sink {

    /// A source that pushes into a sink.
    @FunctionalInterface
    interface Pushing {
        void into(Sink sink) throws Throwable;
    }

    private final Pushing source;
    private @Nullable Throwable failure; // the consumer's

    OperatorPush(Pushing source) {
        this.source = source;
    }

    /// Runs the source. What goes wrong while it unwinds for a close is that close's.
    @Override
    @SuppressWarnings("ReferenceEquality") // one instance comes out of the consumer and of the source
    @Nullable Object run() throws Throwable {
        try {
            source.into(this);
        } catch (Throwable thrown) {
            Closing closer = isStopped() ? closing() : null;
            if (closer == null || thrown == failure) {
                throw thrown;
            }
            closer.unwoundWith(thrown);
        }
        return null;
    }

    @Override
    public boolean accept(@Nullable Object element) throws Throwable {
        enterConsumer();
        boolean more;
        try {
            more = give(element);
        } catch (Throwable thrown) {
            failure = thrown;
            leaveConsumer(false, false);
            throw thrown;
        }
        return leaveConsumer(more, false);
    }

    /// Gives the consumer an element, as its turn has come.
    ///
    /// [PushRun] has the same: what that calls is often a pipeline that ends here, and the compiler would take it for a
    /// recursion.
    ///
    /// @return whether the consumer wants more
    private boolean give(@Nullable Object element) throws Throwable {
        Consumer<@Nullable Object> direct = function();
        if (direct == null) {
            return sink().accept(element);
        }
        direct.accept(element);
        return true;
    }
}
