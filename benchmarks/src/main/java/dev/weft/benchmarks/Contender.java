package dev.weft.benchmarks;

import java.util.List;
import java.util.Optional;

/// A library, a language or a way by hand that takes part.
interface Contender {

    /// What a contender is there for.
    enum Role {
        /// Written by hand, for comparison.
        BY_HAND,
        /// Weft.
        WEFT,
        /// What else one would use.
        PEER
    }

    /// The name in tables, with the version.
    String name();

    default Role role() {
        return Role.PEER;
    }

    /// Says what it can do.
    void enter(Entries entries);

    /// Why it cannot take part here, if so.
    default Optional<String> absence() {
        return Optional.empty();
    }

    /// Options of the processes that it is measured in.
    default List<String> jvmOptions() {
        return List.of();
    }

    /// Measures one of its entries in a new process.
    default Sample sample(Entry entry, Effort effort) throws Exception {
        return Jmh.sample(entry, effort);
    }

    /// All that take part.
    static List<Contender> all() {
        return List.of(
                new ByHand(),
                new ByHandSafely(),
                new Weft(),
                new JavaStreams(),
                new KotlinCoroutines(),
                new Reactor(),
                new RxJava(),
                new Mutiny(),
                new JoxChannels(),
                new BscGenerators(),
                new VirtualThreads(),
                new Structured(),
                new CPython());
    }
}
