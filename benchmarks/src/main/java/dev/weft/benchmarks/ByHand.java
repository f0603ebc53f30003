package dev.weft.benchmarks;

import dev.weft.benchmarks.HandWritten.Counting;
import dev.weft.benchmarks.HandWritten.Incremented;
import dev.weft.benchmarks.HandWritten.LookAhead;
import java.util.Iterator;

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
        entries.addLimit(Workload.CHAIN_PUSHED, "loop", ByHand::chainPushed);
        entries.addLimit(Workload.CHAIN_PULLED, "look-ahead", ByHand::chainPulled);
        entries.addLimit(Workload.STEP_READY, "iterators", n -> Iterators.sum(new LookAhead(n), new LookAhead(n)));
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
}
