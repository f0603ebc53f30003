package dev.weft.interop;

import java.util.concurrent.Flow;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.SubscriberPuppet;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;

/// The subscriber of a generator that reads a publisher one element at a time, as it is told to.
public final class SubscriberWhiteboxTest extends FlowSubscriberWhiteboxVerification<Integer> {

    /// For TestNG.
    public SubscriberWhiteboxTest() {
        super(Environments.environment());
    }

    @Override
    protected Flow.Subscriber<Integer> createFlowSubscriber(WhiteboxSubscriberProbe<Integer> probe) {
        return new Probed(probe);
    }

    @Override
    public Integer createElement(int element) {
        return element;
    }

    /// Shows the kit what arrives at the generator's subscriber, and reads the generator as the kit wants.
    private static final class Probed implements Flow.Subscriber<Integer>, SubscriberPuppet {
        private final WhiteboxSubscriberProbe<Integer> probe;
        private final Reading reading = new Reading(1);
        private final Flow.Subscriber<? super Integer> inner;

        Probed(WhiteboxSubscriberProbe<Integer> probe) {
            this.probe = probe;
            reading.read(1); // subscribes at the first step
            inner = reading.subscriber();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            inner.onSubscribe(subscription);
            probe.registerOnSubscribe(this);
        }

        @Override
        public void onNext(Integer element) {
            inner.onNext(element);
            probe.registerOnNext(element);
        }

        @Override
        public void onError(Throwable error) {
            inner.onError(error);
            probe.registerOnError(error);
        }

        @Override
        public void onComplete() {
            inner.onComplete();
            probe.registerOnComplete();
        }

        @Override
        public void triggerRequest(long elements) {
            reading.read((int) elements);
        }

        @Override
        public void signalCancel() {
            reading.cancel();
        }
    }
}
