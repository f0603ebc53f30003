package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/// What contenders can do.
final class Entries {

    /// By how much less is asked of those who hand each element from one thread to another.
    private static final int LESS = 100;

    private final Contender contender;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Suspended> suspended = new ArrayList<>();

    private Entries(Contender contender) {
        this.contender = contender;
    }

    /// A way to have generators that are suspended: chapter E.
    ///
    /// @param contender whose
    /// @param variant how
    /// @param begun makes one that counts to below a number, pulls it once, and gives all that keeps it alive
    /// @param measure gives the bytes of each, for a number of them
    record Suspended(Contender contender, String variant, IntFunction<Object> begun, Measure measure) {

        /// Measures what cannot be measured in this virtual machine.
        @FunctionalInterface
        interface Measure {

            double bytes(int alive) throws Exception;
        }

        String name() {
            return variant.isEmpty() ? contender.name() : contender.name() + ", " + variant;
        }
    }

    static Entries of(Contender contender) {
        var entries = new Entries(contender);
        contender.enter(entries);
        return entries;
    }

    static List<Entry> all() {
        return Contender.all().stream()
                .flatMap(contender -> of(contender).entries.stream())
                .toList();
    }

    static List<Suspended> allSuspended() {
        return Contender.all().stream()
                .flatMap(contender -> of(contender).suspended.stream())
                .toList();
    }

    /// The entry that has an id.
    static Entry named(String id) {
        return ofOwner(id.substring(id.indexOf('/') + 1))
                .flatMap(entries -> entries.entries.stream())
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no entry " + id));
    }

    /// The way to have suspended generators that has a name.
    static Suspended suspendedNamed(String name) {
        return ofOwner(name)
                .flatMap(entries -> entries.suspended.stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is named " + name));
    }

    /// Asks only those with whose names a name begins: what all can do takes a while to load.
    private static Stream<Entries> ofOwner(String name) {
        return Contender.all().stream()
                .filter(contender -> name.startsWith(contender.name()))
                .map(Entries::of);
    }

    List<Entry> list() {
        return List.copyOf(entries);
    }

    /// Does a workload in some way.
    void add(Workload workload, String variant, Work work) {
        add(workload, variant, 1, false, work);
    }

    /// Does a workload in a way that is slow.
    void addSlow(Workload workload, String variant, Work work) {
        addLess(LESS, workload, variant, work);
    }

    /// Does less of a workload, in a way that is slow.
    void addLess(int less, Workload workload, String variant, Work work) {
        add(workload, variant, less, false, work);
    }

    /// The limit, by hand.
    void addLimit(Workload workload, String variant, Work work) {
        add(workload, variant, 1, true, work);
    }

    /// A workload in each of its sizes.
    void addSized(List<Workload> workloads, String variant, Work.Sized work) {
        workloads.forEach(workload -> add(workload, variant, work.of(workload.size())));
    }

    /// The limit in each size.
    void addLimits(List<Workload> workloads, String variant, Work.Sized work) {
        workloads.forEach(workload -> addLimit(workload, variant, work.of(workload.size())));
    }

    /// Chapter A.
    void push(String variant, boolean limit, Work.Pushing work) {
        add(Workload.PUSH_INLINED, variant, 1, limit, n -> pushed(work, n, new Sink.Inlined()));
        add(Workload.PUSH_OPAQUE, variant, 1, limit, n -> pushed(work, n, new Sink.Opaque()));
    }

    private static long pushed(Work.Pushing work, int n, Sink sink) throws Exception {
        work.push(n, sink);
        return sink.sum();
    }

    /// Chapter B, by an iterator.
    void pull(String variant, boolean limit, IntFunction<Iterator<Integer>> iterator) {
        pulled(variant, 1, limit, n -> Iterators.sum(iterator.apply(n)));
    }

    /// Chapter B.
    void pull(String variant, Work work) {
        pulled(variant, 1, false, work);
    }

    /// Chapter B, with a hand-off for each element.
    void pullSlowly(String variant, Work work) {
        pulled(variant, LESS, false, work);
    }

    private void pulled(String variant, int share, boolean limit, Work work) {
        add(Workload.PULL_PLATFORM, variant, share, limit, work);
        add(Workload.PULL_VIRTUAL, variant, share, limit, VirtualThreads.running(work));
    }

    /// Chapter E.
    void suspended(String variant, IntFunction<Object> begun) {
        String name = nameOf(variant);
        suspended.add(new Suspended(contender, variant, begun, alive -> Memory.bytes(name, alive)));
    }

    /// Chapter E, outside of a virtual machine.
    void suspendedElsewhere(String variant, Suspended.Measure measure) {
        IntFunction<Object> nothing = _ -> {
            throw new UnsupportedOperationException("not in a virtual machine");
        };
        suspended.add(new Suspended(contender, variant, nothing, measure));
    }

    private String nameOf(String variant) {
        return variant.isEmpty() ? contender.name() : contender.name() + ", " + variant;
    }

    /// Chapter F.
    ///
    /// @param first makes a generator that counts from a number up, pulls it once and closes it
    void create(String variant, boolean limit, IntUnaryOperator first) {
        add(Workload.CREATE, variant, 1, limit, n -> {
            var sink = new Sink.Opaque();
            for (int i = 0; i < n; i++) {
                sink.accept(first.applyAsInt(i));
            }
            return sink.sum();
        });
    }

    /// Chapter L, with many generators alive.
    void alive(String variant, boolean limit, IntFunction<Iterator<Integer>> iterator) {
        Sizes.ALIVE.forEach(
                workload -> add(workload, variant, 1, limit, n -> Iterators.sumInTurn(workload.size(), n, iterator)));
    }

    /// Chapter L, with many elements.
    void elements(String variant, boolean limit, IntFunction<Iterator<Integer>> iterator) {
        Sizes.ELEMENTS.forEach(workload -> add(workload, variant, 1, limit, n -> Iterators.sum(iterator.apply(n))));
    }

    private void add(Workload workload, String variant, int share, boolean limit, Work work) {
        entries.add(new Entry(workload, contender, variant, workload.elements() / share, limit, work));
    }
}
