package dev.weft.interop;

import static dev.weft.Async.range;

import dev.weft.AsyncIterable;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/// The publisher of an iterable, which gives each subscriber a pipeline of its own.
public final class IterablePublisherTest extends FlowPublisherVerification<Long> {

    /// For TestNG.
    public IterablePublisherTest() {
        super(Environments.environment(), Environments.CANCELLED);
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        AsyncIterable<Long> numbers = () -> range(0, elements).map(i -> i + 1);
        return numbers.publisher();
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        AsyncIterable<Long> broken = () -> {
            throw new IllegalStateException("cannot be opened");
        };
        return broken.publisher();
    }
}
