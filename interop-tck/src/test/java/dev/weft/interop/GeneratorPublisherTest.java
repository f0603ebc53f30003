package dev.weft.interop;

import static dev.weft.Async.generator;

import dev.weft.AsyncIterable;
import dev.weft.Yielder;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/// The publisher of a generator, whose body is read once.
public final class GeneratorPublisherTest extends FlowPublisherVerification<Long> {

    /// For TestNG.
    public GeneratorPublisherTest() {
        super(Environments.environment(), Environments.CANCELLED);
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        return generator("numbers", (Yielder<Long> y) -> {
                    for (long i = 0; i < elements; i++) {
                        y.yield(i);
                    }
                })
                .publisher();
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        AsyncIterable<Long> broken = () -> {
            throw new IllegalStateException("cannot be opened");
        };
        return broken.publisher();
    }
}
