package dev.weft.benchmarks;

import java.util.List;

/// Kotlin: `iterator {}` and sequences, flows and coroutines.
final class KotlinCoroutines implements Contender {

    @Override
    public String name() {
        return "Kotlin 2.3, coroutines 1.11";
    }

    @Override
    public void enter(Entries entries) {
        entries.push("flow", false, (n, sink) -> KotlinFlows.push(n, sink::accept));
        entries.pull("iterator {}", false, KotlinSequences::count);
        entries.pull("flow to channel", KotlinFlows::pull);
        entries.add(Workload.CHAIN_PUSHED, "flow", KotlinFlows::chain);
        entries.add(Workload.CHAIN_PULLED, "sequence", n -> Iterators.sum(KotlinSequences.chain(n)));
        entries.add(Workload.STEP_READY, "sequence zip", n -> Iterators.sum(KotlinSequences.zip(n)));
        entries.add(Workload.STEP_READY, "flow zip", n -> KotlinFlows.zip(n, false));
        entries.add(Workload.STEP_READY, "async", n -> KotlinFlows.awaitTwo(n, false));
        entries.add(Workload.STEP_TIMED, "flow zip", n -> KotlinFlows.zip(n, true));
        entries.add(Workload.STEP_TIMED, "async", n -> KotlinFlows.awaitTwo(n, true));
        entries.create(
                "iterator {}", false, start -> KotlinSequences.from(start).next());
        entries.suspended("iterator {}", n -> Iterators.begun(KotlinSequences.count(n)));
        entries.addSized(Sizes.RECURSION, "iterator {}", (depth, n) -> Iterators.sum(KotlinSequences.nested(depth, n)));
        Work.Sized delegating = (depth, n) -> Iterators.sum(KotlinSequences.delegating(depth, n));
        entries.addSized(Sizes.SHALLOW_DELEGATION, "iterator {}", delegating);
        entries.addSlow(Workload.DELEGATION_1000, "iterator {}", delegating.of(1_000));
        entries.addSized(Sizes.SHALLOW_DELEGATION, "flow", KotlinFlows::delegating);
        entries.addSized(List.of(Workload.OVERLAP), "flatMapMerge", KotlinFlows::overlappingFlow);
        entries.addSized(List.of(Workload.OVERLAP), "async and semaphore", KotlinFlows::overlappingAsync);
        entries.addSized(Sizes.SWITCHES, "test scheduler", KotlinFlows::switches);
        entries.elements("iterator {}", false, KotlinSequences::count);
        entries.addSized(Sizes.LENGTH, "sequence", (length, n) -> Iterators.sum(KotlinSequences.mapped(length, n)));
        entries.alive("iterator {}", false, KotlinSequences::count);
    }
}
