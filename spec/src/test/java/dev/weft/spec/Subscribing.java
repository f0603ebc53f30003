package dev.weft.spec;

import java.util.concurrent.Flow;

/// A subscriber that notes its signals, and asks for elements only when it is told to.
final class Subscribing<T> implements Flow.Subscriber<T> {

    private final Journal journal;
    private final CheckedSignal<T> onNext;
    private Flow.Subscription subscription;

    /// What to do with an element, and the subscription that it came by.
    @FunctionalInterface
    interface CheckedSignal<T> {
        void act(T element, Flow.Subscription subscription);
    }

    Subscribing(Journal journal) {
        this(journal, (_, _) -> {});
    }

    Subscribing(Journal journal, CheckedSignal<T> onNext) {
        this.journal = journal;
        this.onNext = onNext;
    }

    /// Subscribes, and asks for elements.
    Subscribing<T> to(Flow.Publisher<? extends T> publisher, long count) {
        publisher.subscribe(this);
        subscription.request(count);
        return this;
    }

    void request(long count) {
        subscription.request(count);
    }

    void cancel() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        journal.note("subscribed");
        subscription = given;
    }

    @Override
    public void onNext(T element) {
        journal.noteTime("next " + element);
        onNext.act(element, subscription);
    }

    @Override
    public void onError(Throwable error) {
        journal.noteTime("error " + error);
    }

    @Override
    public void onComplete() {
        journal.noteTime("complete");
    }
}
