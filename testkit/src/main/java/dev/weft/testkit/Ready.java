package dev.weft.testkit;

/// The strands of one run that could run now, and the rule by which the next one is taken.
interface Ready {

    boolean isEmpty();

    void add(Strand strand);

    /// Takes out the strand that runs next.
    ///
    /// @throws IllegalStateException if the rule does not fit the run
    Strand take();
}
