package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `java.util.stream`.
final class JavaStreams implements Contender {

    @Override
    public String name() {
        return "java.util.stream";
    }

    @Override
    public void enter(Entries entries) {
        entries.push("", false, (n, sink) -> count(n).forEach(sink::accept));
        entries.pull("iterator", false, n -> count(n).iterator());
        entries.add(Workload.CHAIN_PUSHED, "", n -> sum(chain(n)));
        entries.add(Workload.CHAIN_PULLED, "iterator", n -> Iterators.sum(chain(n).iterator()));
        entries.create(
                "iterator",
                false,
                start -> Stream.iterate(start, i -> i + 1).iterator().next());
        entries.suspended("iterator", n -> Iterators.begun(count(n).iterator()));
        entries.addSized(Sizes.SHALLOW_DELEGATION, "flatMap", (depth, n) -> sum(nested(depth, n)));
        entries.add(Workload.OVERLAP, "mapConcurrent", VirtualThreads.running(JavaStreams::overlapping));
        entries.elements("iterator", false, n -> count(n).iterator());
        entries.addSized(Sizes.LENGTH, "iterator", (length, n) -> Iterators.sum(mapped(length, n)));
    }

    static Stream<Integer> count(int n) {
        return IntStream.range(0, n).boxed();
    }

    private static Stream<Integer> chain(int n) {
        return Stream.iterate(0, i -> i + 1)
                .map(number -> number + 1)
                .filter(number -> number % 2 == 0)
                .limit(n / 2);
    }

    private static long sum(Stream<Integer> numbers) {
        var sink = new Sink.Inlined();
        numbers.forEach(sink::accept);
        return sink.sum();
    }

    private static Stream<Integer> nested(int depth, int n) {
        return depth == 0 ? count(n) : Stream.of(depth).flatMap(level -> nested(level - 1, n));
    }

    private static long overlapping(int n) {
        return sum(count(n).gather(Gatherers.mapConcurrent(Workload.OVERLAP.size(), number -> {
            VirtualThreads.sleep();
            return number;
        })));
    }

    private static Iterator<Integer> mapped(int length, int n) {
        Stream<Integer> stage = count(n);
        for (int i = 0; i < length; i++) {
            stage = stage.map(number -> number + 1);
        }
        return stage.iterator();
    }
}
