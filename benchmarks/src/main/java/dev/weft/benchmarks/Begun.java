package dev.weft.benchmarks;

import java.util.concurrent.Flow;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// A subscription to a publisher that answers at once, of which one element has been asked for.
final class Begun implements Subscriber<Integer>, Flow.Subscriber<Integer> {
    private Object subscription;
    private Integer element;

    private Begun() {}

    static Begun of(Publisher<Integer> publisher) {
        var begun = new Begun();
        publisher.subscribe(begun);
        return begun;
    }

    static Begun ofFlow(Flow.Publisher<Integer> publisher) {
        var begun = new Begun();
        publisher.subscribe(begun);
        return begun;
    }

    Integer element() {
        return element;
    }

    void cancel() {
        if (subscription instanceof Subscription theirs) {
            theirs.cancel();
        } else {
            ((Flow.Subscription) subscription).cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(Integer given) {
        element = given;
    }

    @Override
    public void onError(Throwable error) {
        throw new IllegalStateException(error);
    }

    @Override
    public void onComplete() {
        // Those that are begun do not end.
    }
}
