package dev.weft.benchmarks;

import dev.weft.benchmarks.HandWritten.Counting;
import dev.weft.benchmarks.HandWritten.Incremented;
import dev.weft.benchmarks.HandWritten.LookAhead;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Loops, iterators and state machines, written by hand.
final class ByHand implements Contender {

    @Override
    public String name() {
        return "hand-written";
    }

    @Override
    public Role role() {
        return Role.BY_HAND;
    }

    @Override
    public void enter(Entries entries) {
        entries.push("loop", true, ByHand::loop);
        entries.pull("iterator", false, Counting::new);
        entries.pull("look-ahead", true, LookAhead::new);
        entries.pullSlowly(TakingTurns.NAME, n -> Iterators.sum(new TakingTurns(n)));
        entries.addLimit(Workload.CHAIN_PUSHED, "loop", ByHand::chainPushed);
        entries.addLimit(Workload.CHAIN_PULLED, "look-ahead", ByHand::chainPulled);
        entries.addLimit(Workload.STEP_READY, "iterators", n -> Iterators.sum(new LookAhead(n), new LookAhead(n)));
        entries.addSlow(Workload.STEP_READY, "two virtual threads", VirtualThreads.running(ByHand::joined));
        entries.addLimit(Workload.OVERLAP, "a thread for each place", VirtualThreads.running(ByHand::placed));
        entries.create("iterator", true, start -> new Counting(start, Integer.MAX_VALUE).next());
        entries.suspended("iterator", n -> Iterators.begun(new Counting(n)));
        entries.suspended("look-ahead", n -> Iterators.begun(new LookAhead(n)));
        entries.addLimits(Sizes.RECURSION, "recursion, pushed", ByHand::recursion);
        entries.addLimits(Sizes.DELEGATION, "stack of iterators", (_, n) -> Iterators.sum(new LookAhead(n)));
        entries.elements("look-ahead", true, LookAhead::new);
        entries.addLimits(
                Sizes.LENGTH, "look-ahead", (length, n) -> Iterators.sum(Incremented.times(length, new LookAhead(n))));
        entries.alive("look-ahead", true, LookAhead::new);
    }

    private static void loop(int n, Sink sink) {
        for (int i = 0; i < n; i++) {
            sink.accept(i);
        }
    }

    private static long chainPushed(int n) {
        long sum = 0;
        int left = n / 2;
        for (int i = 0; left > 0; i++) {
            Integer mapped = i + 1;
            if (mapped % 2 == 0) {
                sum += mapped;
                left--;
            }
        }
        return sum;
    }

    private static long chainPulled(int n) {
        long sum = 0;
        int left = n / 2;
        Iterator<Integer> numbers = new LookAhead(Integer.MAX_VALUE);
        while (left > 0 && numbers.hasNext()) {
            Integer mapped = numbers.next() + 1;
            if (mapped % 2 == 0) {
                sum += mapped;
                left--;
            }
        }
        return sum;
    }

    private static long recursion(int depth, int n) {
        var sink = new Sink.Inlined();
        level(depth, n, sink);
        return sink.sum();
    }

    private static void level(int depth, int n, Sink sink) {
        if (depth == 0) {
            loop(n, sink);
        } else {
            level(depth - 1, n, sink);
        }
    }

    /// The least that does two things at the same time: nothing fails, and nobody is told of a result.
    private static long joined(int n) throws InterruptedException {
        var results = new int[2];
        long sum = 0;
        for (int i = 0; i < n; i++) {
            int value = i;
            Thread left = Thread.startVirtualThread(() -> results[0] = value);
            Thread right = Thread.startVirtualThread(() -> results[1] = value);
            left.join();
            right.join();
            sum += results[0] + results[1];
        }
        return sum;
    }

    /// The limit of what sleeps: as many threads as there are places, each of which does its share in a loop.
    private static long placed(int n) throws InterruptedException {
        int places = Workload.OVERLAP.size();
        var sums = new long[places];
        List<Thread> threads = new ArrayList<>(places);
        for (int place = 0; place < places; place++) {
            int first = place;
            threads.add(Thread.startVirtualThread(() -> {
                long sum = 0;
                for (int i = first; i < n; i += places) {
                    VirtualThreads.sleep();
                    sum += i;
                }
                sums[first] = sum;
            }));
        }
        long sum = 0;
        for (int place = 0; place < places; place++) {
            threads.get(place).join();
            sum += sums[place];
        }
        return sum;
    }
}
