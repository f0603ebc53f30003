package dev.weft.benchmarks;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/// Project Reactor.
final class Reactor implements Contender {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Override
    public String name() {
        return "Reactor 3.8.8";
    }

    @Override
    public void enter(Entries entries) {
        entries.push("subscribe", false, (n, sink) -> count(n).subscribe(sink::accept));
        entries.pull("request(1)", n -> OneByOne.sum(count(n)));
        entries.pull("toIterable(1)", false, n -> count(n).toIterable(1).iterator());
        entries.add(Workload.CHAIN_PUSHED, "subscribe", n -> sum(chain(n)));
        entries.add(Workload.CHAIN_PULLED, "request(1)", n -> OneByOne.sum(chain(n)));
        entries.add(Workload.STEP_READY, "zip, one thread", n -> sum(zip(count(n), count(n))));
        entries.add(Workload.STEP_TIMED, "zip", n -> blockingSum(zip(ticking(n), ticking(n))));
        entries.create("request(1)", false, Reactor::first);
        entries.suspended("request(1)", n -> Begun.of(count(n)));
        entries.addSized(Sizes.DELEGATION, "concatMap", (depth, n) -> sum(nested(depth, n)));
        entries.add(Workload.OVERLAP, "flatMap", Reactor::overlapping);
        entries.addSized(Sizes.SWITCHES, "VirtualTimeScheduler", Reactor::switches);
        entries.addSized(Sizes.LENGTH, "request(1)", (length, n) -> OneByOne.sum(mapped(length, n)));
    }

    static Flux<Integer> count(int n) {
        return Flux.generate(() -> 0, (i, sink) -> {
            if (i < n) {
                sink.next(i);
            } else {
                sink.complete();
            }
            return i + 1;
        });
    }

    private static Flux<Integer> from(int start) {
        return Flux.generate(() -> start, (i, sink) -> {
            sink.next(i);
            return i + 1;
        });
    }

    private static Flux<Integer> ticking(int n) {
        return count(n).delayElements(MILLISECOND);
    }

    private static Flux<Integer> chain(int n) {
        return from(0).map(number -> number + 1)
                .filter(number -> number % 2 == 0)
                .take(n / 2);
    }

    private static Flux<Integer> zip(Flux<Integer> left, Flux<Integer> right) {
        return Flux.zip(pair -> (Integer) pair[0] + (Integer) pair[1], 1, left, right);
    }

    private static long sum(Flux<Integer> numbers) {
        var sink = new Sink.Inlined();
        numbers.subscribe(sink::accept);
        return sink.sum();
    }

    private static long blockingSum(Flux<Integer> numbers) {
        return numbers.reduce(0L, Long::sum).block();
    }

    private static int first(int start) {
        Begun begun = Begun.of(from(start));
        begun.cancel();
        return begun.element();
    }

    private static Flux<Integer> nested(int depth, int n) {
        return depth == 0 ? count(n) : Flux.just(depth).concatMap(level -> nested(level - 1, n));
    }

    private static long overlapping(int n) {
        return blockingSum(
                count(n).flatMap(number -> Mono.delay(MILLISECOND).map(_ -> number), Workload.OVERLAP.size()));
    }

    private static long switches(int tasks, int n) {
        VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
        long[] ticks = new long[1];
        for (int i = 0; i < tasks; i++) {
            Flux.interval(MILLISECOND, scheduler).take(n / tasks).subscribe(_ -> ticks[0]++);
        }
        scheduler.advanceTimeBy(Duration.ofMillis(n / tasks));
        scheduler.dispose();
        return ticks[0];
    }

    private static Flux<Integer> mapped(int length, int n) {
        Flux<Integer> stage = count(n);
        for (int i = 0; i < length; i++) {
            stage = stage.map(number -> number + 1);
        }
        return stage;
    }
}
