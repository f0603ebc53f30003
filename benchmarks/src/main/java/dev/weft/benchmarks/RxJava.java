package dev.weft.benchmarks;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;

/// RxJava.
final class RxJava implements Contender {

    @Override
    public String name() {
        return "RxJava 3.1.12";
    }

    @Override
    public void enter(Entries entries) {
        entries.push("subscribe", false, (n, sink) -> {
            var _ = count(n).subscribe(sink::accept);
        });
        entries.pull("request(1)", n -> OneByOne.sum(count(n)));
        entries.pull(
                "blockingIterable(1)", false, n -> count(n).blockingIterable(1).iterator());
        entries.add(Workload.CHAIN_PUSHED, "subscribe", n -> sum(chain(n)));
        entries.add(Workload.CHAIN_PULLED, "request(1)", n -> OneByOne.sum(chain(n)));
        entries.add(Workload.STEP_READY, "zip, one thread", n -> sum(zip(count(n), count(n))));
        entries.add(Workload.STEP_TIMED, "zip", n -> blockingSum(zip(ticking(n), ticking(n))));
        entries.create("request(1)", false, RxJava::first);
        entries.suspended("request(1)", n -> Begun.of(count(n)));
        entries.add(Workload.OVERLAP, "flatMap", RxJava::overlapping);
        entries.addSized(Sizes.SWITCHES, "TestScheduler", RxJava::switches);
    }

    static Flowable<Integer> count(int n) {
        return Flowable.generate(() -> 0, (i, emitter) -> {
            if (i < n) {
                emitter.onNext(i);
            } else {
                emitter.onComplete();
            }
            return i + 1;
        });
    }

    private static Flowable<Integer> from(int start) {
        return Flowable.generate(() -> start, (i, emitter) -> {
            emitter.onNext(i);
            return i + 1;
        });
    }

    private static Flowable<Integer> ticking(int n) {
        return count(n).concatMapSingle(
                        number -> Single.timer(1, TimeUnit.MILLISECONDS).map(_ -> number));
    }

    private static Flowable<Integer> chain(int n) {
        return from(0).map(number -> number + 1)
                .filter(number -> number % 2 == 0)
                .take(n / 2);
    }

    private static Flowable<Integer> zip(Flowable<Integer> left, Flowable<Integer> right) {
        return Flowable.zip(left, right, Integer::sum, false, 1);
    }

    private static long sum(Flowable<Integer> numbers) {
        var sink = new Sink.Inlined();
        var _ = numbers.subscribe(sink::accept);
        return sink.sum();
    }

    private static long blockingSum(Flowable<Integer> numbers) {
        return numbers.reduce(0L, Long::sum).blockingGet();
    }

    private static int first(int start) {
        Begun begun = Begun.of(from(start));
        begun.cancel();
        return begun.element();
    }

    private static long overlapping(int n) {
        return blockingSum(count(n).flatMap(
                        number -> Flowable.timer(1, TimeUnit.MILLISECONDS).map(_ -> number), Workload.OVERLAP.size()));
    }

    private static long switches(int tasks, int n) {
        var scheduler = new TestScheduler();
        long[] ticks = new long[1];
        for (int i = 0; i < tasks; i++) {
            var _ = Flowable.interval(1, TimeUnit.MILLISECONDS, scheduler)
                    .take(n / tasks)
                    .subscribe(_ -> ticks[0]++);
        }
        scheduler.advanceTimeBy(n / tasks, TimeUnit.MILLISECONDS);
        return ticks[0];
    }
}
