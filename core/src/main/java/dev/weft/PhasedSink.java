package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The consumer of a push without a body of its own, as operators are: keeps the [PushPhase], and ends the push when a
/// close in another task wants it to.
final class PhasedSink implements Sink {

    /// A source that pushes into a sink.
    @FunctionalInterface
    interface Pushing {
        void into(Sink sink) throws Throwable;
    }

    private final PushPhase phase;
    private final Sink consumer;
    private @Nullable Throwable failure; // the consumer's

    private PhasedSink(PushPhase phase, Sink consumer) {
        this.phase = phase;
        this.consumer = consumer;
    }

    /// Runs a push. What goes wrong while it unwinds for a close is that close's.
    @SuppressWarnings("ReferenceEquality") // one instance comes out of the consumer and of the push
    static void during(Protocol protocol, Sink consumer, Pushing push) throws Throwable {
        PushPhase phase = Objects.requireNonNull(protocol.execution().phase());
        var sink = new PhasedSink(phase, consumer);
        try {
            push.into(sink);
        } catch (Throwable thrown) {
            Closing closer = phase.isStopped() ? phase.closing() : null;
            if (closer == null || thrown == sink.failure) {
                throw thrown;
            }
            closer.unwoundWith(thrown);
        }
    }

    @Override
    public boolean accept(@Nullable Object element) throws Throwable {
        phase.enterConsumer();
        boolean more;
        try {
            more = consumer.accept(element);
        } catch (Throwable thrown) {
            failure = thrown;
            phase.leaveConsumer(false);
            throw thrown;
        }
        return phase.leaveConsumer(more);
    }
}
