package dev.weft.benchmarks;

/// One way in which a contender does a workload.
///
/// @param workload what
/// @param contender who
/// @param variant how, in few words; empty if there is but one way
/// @param elements for how many elements it is measured: fewer for the slow
/// @param limit whether the others are compared with this one, which is written by hand and cannot be beaten
/// @param work the doing
record Entry(Workload workload, Contender contender, String variant, int elements, boolean limit, Work work) {

    /// The name in tables.
    String name() {
        return variant.isEmpty() ? contender.name() : contender.name() + ", " + variant;
    }

    /// By which another process finds it.
    String id() {
        return workload + "/" + name();
    }

    /// Does the work, and fails unless it was done right.
    void check(int n) throws Exception {
        long result = work.run(n);
        if (result != workload.expected(n)) {
            throw new IllegalStateException(
                    "%s gave %,d for %,d elements instead of %,d".formatted(id(), result, n, workload.expected(n)));
        }
    }
}
