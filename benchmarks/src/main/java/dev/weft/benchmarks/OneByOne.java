package dev.weft.benchmarks;

import java.util.concurrent.Flow;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Asks a publisher that answers at once for one element after the other, and adds them up.
final class OneByOne implements Subscriber<Integer>, Flow.Subscriber<Integer> {
    private Runnable request;
    private boolean ended;
    private long sum;

    private OneByOne() {}

    static long sum(Publisher<Integer> publisher) {
        var subscriber = new OneByOne();
        publisher.subscribe(subscriber);
        return subscriber.ask();
    }

    static long sumOfFlow(Flow.Publisher<Integer> publisher) {
        var subscriber = new OneByOne();
        publisher.subscribe(subscriber);
        return subscriber.ask();
    }

    private long ask() {
        while (!ended) {
            request.run();
        }
        return sum;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        request = () -> subscription.request(1);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        request = () -> subscription.request(1);
    }

    @Override
    public void onNext(Integer element) {
        sum += element;
    }

    @Override
    public void onError(Throwable error) {
        throw new IllegalStateException(error);
    }

    @Override
    public void onComplete() {
        ended = true;
    }
}
