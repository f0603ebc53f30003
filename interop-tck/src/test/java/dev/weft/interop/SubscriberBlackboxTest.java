package dev.weft.interop;

import java.util.concurrent.Flow;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;

/// The subscriber of a generator that reads a publisher, seen from outside.
public final class SubscriberBlackboxTest extends FlowSubscriberBlackboxVerification<Integer> {

    private static final int PLENTY = 1_000_000;

    /// For TestNG.
    public SubscriberBlackboxTest() {
        super(Environments.environment());
    }

    @Override
    @SuppressWarnings("unchecked") // it takes integers, whatever else it takes
    public Flow.Subscriber<Integer> createFlowSubscriber() {
        var reading = new Reading(16);
        reading.read(PLENTY);
        return (Flow.Subscriber<Integer>) reading.subscriber();
    }

    @Override
    public Integer createElement(int element) {
        return element;
    }
}
