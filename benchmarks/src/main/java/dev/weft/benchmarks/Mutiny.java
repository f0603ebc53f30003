package dev.weft.benchmarks;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;

/// SmallRye Mutiny.
final class Mutiny implements Contender {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Override
    public String name() {
        return "Mutiny 3.3.0";
    }

    @Override
    public void enter(Entries entries) {
        entries.push("subscribe", false, (n, sink) -> {
            var _ = count(n).subscribe().with(sink::accept);
        });
        entries.pull("request(1)", n -> OneByOne.sumOfFlow(count(n)));
        entries.pull(
                "asIterable(1)",
                false,
                n -> count(n).subscribe()
                        .asIterable(1, () -> new ArrayBlockingQueue<>(1))
                        .iterator());
        entries.add(Workload.CHAIN_PUSHED, "subscribe", n -> sum(chain(n)));
        entries.add(Workload.CHAIN_PULLED, "request(1)", n -> OneByOne.sumOfFlow(chain(n)));
        entries.add(Workload.STEP_READY, "combine, one thread", n -> sum(zip(count(n), count(n))));
        entries.add(Workload.STEP_TIMED, "combine", n -> blockingSum(zip(ticking(n), ticking(n))));
        entries.create("request(1)", false, Mutiny::first);
        entries.suspended("request(1)", n -> Begun.ofFlow(count(n)));
        entries.add(Workload.OVERLAP, "merge", Mutiny::overlapping);
    }

    private static Multi<Integer> count(int n) {
        return Multi.createFrom().generator(() -> 0, (i, emitter) -> {
            if (i < n) {
                emitter.emit(i);
            } else {
                emitter.complete();
            }
            return i + 1;
        });
    }

    private static Multi<Integer> from(int start) {
        return Multi.createFrom().generator(() -> start, (i, emitter) -> {
            emitter.emit(i);
            return i + 1;
        });
    }

    private static Uni<Integer> later(Integer number) {
        return Uni.createFrom().item(number).onItem().delayIt().by(MILLISECOND);
    }

    private static Multi<Integer> ticking(int n) {
        return count(n).onItem().transformToUniAndConcatenate(Mutiny::later);
    }

    private static Multi<Integer> chain(int n) {
        return from(0).map(number -> number + 1)
                .filter(number -> number % 2 == 0)
                .select()
                .first(n / 2);
    }

    private static Multi<Integer> zip(Multi<Integer> left, Multi<Integer> right) {
        return Multi.createBy().combining().streams(left, right).using(Integer::sum);
    }

    private static long sum(Multi<Integer> numbers) {
        var sink = new Sink.Inlined();
        var _ = numbers.subscribe().with(sink::accept);
        return sink.sum();
    }

    private static long blockingSum(Multi<Integer> numbers) {
        return numbers.collect()
                .in(Sink.Inlined::new, Sink.Inlined::accept)
                .await()
                .indefinitely()
                .sum();
    }

    private static int first(int start) {
        Begun begun = Begun.ofFlow(from(start));
        begun.cancel();
        return begun.element();
    }

    private static long overlapping(int n) {
        return blockingSum(count(n).onItem().transformToUni(Mutiny::later).merge(Workload.OVERLAP.size()));
    }
}
