package dev.weft;

import org.jspecify.annotations.Nullable;

/// Gives each element to one of two readers.
final class PartitionPump extends Pump {

    private final CheckedPredicate<@Nullable Object> predicate;
    private final int lag;
    private final Branch matching = open();
    private final Branch others = open();

    PartitionPump(AsyncIterable<?> source, CheckedPredicate<@Nullable Object> predicate, int lag) {
        super("partition", source);
        this.predicate = predicate;
        this.lag = lag;
    }

    Branch matching() {
        return matching;
    }

    Branch others() {
        return others;
    }

    @Override
    boolean wantsMore() {
        return isWanted();
    }

    @Override
    void route(@Nullable Object element) throws Throwable {
        Branch branch = predicate.test(element) ? matching : others;
        awaitRoom(branch, lag);
        branch.put(element);
        branch.wake();
    }
}
