package dev.weft;

import org.jspecify.annotations.Nullable;

/// Makes one of all that has come since its reader took the last one.
final class ConflatePump extends Pump {

    private final CheckedFunction<@Nullable Object, @Nullable Object> first;
    private final CheckedBiFunction<@Nullable Object, @Nullable Object, @Nullable Object> merge;
    private final Branch branch = open();

    ConflatePump(
            AsyncIterable<?> source,
            CheckedFunction<@Nullable Object, @Nullable Object> first,
            CheckedBiFunction<@Nullable Object, @Nullable Object, @Nullable Object> merge) {
        super("conflate", source);
        this.first = first;
        this.merge = merge;
    }

    Branch branch() {
        return branch;
    }

    @Override
    boolean wantsMore() {
        return true;
    }

    @Override
    void route(@Nullable Object element) throws Throwable {
        awaitTaker(branch);
        Object held = branch.takeBack();
        branch.put(held == null ? first.apply(element) : merged(Branch.unmasked(held), element));
        branch.wake();
    }

    private @Nullable Object merged(@Nullable Object held, @Nullable Object element) throws Throwable {
        try {
            return merge.apply(held, element);
        } catch (Throwable failure) {
            branch.put(held); // it comes before the failure
            throw failure;
        }
    }
}
