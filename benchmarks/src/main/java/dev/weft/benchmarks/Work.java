package dev.weft.benchmarks;

/// A workload as one contender does it.
@FunctionalInterface
interface Work {

    /// Does it.
    ///
    /// @param n for how many elements
    /// @return what [Workload#expected] says
    long run(int n) throws Exception;

    /// Work that has a size besides.
    @FunctionalInterface
    interface Sized {

        long run(int size, int n) throws Exception;

        default Work of(int size) {
            return n -> run(size, n);
        }
    }

    /// Gives all elements to a sink.
    @FunctionalInterface
    interface Pushing {

        void push(int n, Sink sink) throws Exception;
    }
}
