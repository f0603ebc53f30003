package dev.weft;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The operators that read their source in one task, ahead of their consumer or for several of them, each a [Pump].
final class Pumped {

    /// How many elements wait for a consumer, where nothing else is said.
    static final int LAG = 256;

    private Pumped() {}

    static <T extends @Nullable Object> AsyncGenerator<T> buffer(
            String name,
            AsyncIterable<T> source,
            int capacity,
            Overflow overflow,
            CheckedConsumer<? super T, ? extends Exception> onDrop) {
        positive(capacity, "capacity");
        Objects.requireNonNull(overflow, "overflow");
        Objects.requireNonNull(onDrop, "onDrop");
        var pump =
                new BufferPump(name, source, capacity, overflow, element -> onDrop.accept(Tasks.<T>unchecked(element)));
        return reader(pump.branch());
    }

    static <T extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> conflate(
            AsyncIterable<T> source,
            CheckedFunction<? super T, ? extends R> first,
            CheckedBiFunction<? super R, ? super T, ? extends R> merge) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(merge, "merge");
        var pump = new ConflatePump(
                source,
                element -> first.apply(Tasks.<T>unchecked(element)),
                (held, element) -> merge.apply(Tasks.<R>unchecked(held), Tasks.<T>unchecked(element)));
        return reader(pump.branch());
    }

    static <T extends @Nullable Object> AsyncGenerator<List<T>> batch(AsyncIterable<T> source, int max) {
        positive(max, "max");
        Branch branch = new BufferPump("batch", source, max, Overflow.SUSPEND, _ -> {}).branch();
        return StepSource.generator("batch", new Mapped(branch) {
            @Override
            Object next() throws Throwable {
                return branch.nextAll();
            }
        });
    }

    static <T extends @Nullable Object, K extends @Nullable Object> AsyncGenerator<Grouped<K, T>> groupBy(
            AsyncIterable<T> source, CheckedFunction<? super T, ? extends K> key, int lag) {
        Objects.requireNonNull(key, "key");
        positive(lag, "lag");
        Branch groups = new GroupPump(source, element -> key.apply(Tasks.<T>unchecked(element)), lag).outer();
        return StepSource.generator("groupBy", new Mapped(groups) {
            @Override
            @Nullable Object next() throws Throwable {
                return groups.next() instanceof GroupPump.Group(Object found, Branch elements)
                        ? new Grouped<@Nullable Object, T>(found, reader(elements))
                        : Execution.END;
            }
        });
    }

    static <T extends @Nullable Object> Partitioned<T> partition(
            AsyncIterable<T> source, CheckedPredicate<? super T> predicate, int lag) {
        Objects.requireNonNull(predicate, "predicate");
        positive(lag, "lag");
        var pump = new PartitionPump(source, element -> predicate.test(Tasks.<T>unchecked(element)), lag);
        return new Partitioned<>(reader(pump.matching()), reader(pump.others()));
    }

    static <T extends @Nullable Object> List<AsyncGenerator<T>> broadcast(AsyncIterable<T> source, int count, int lag) {
        positive(count, "count");
        positive(lag, "lag");
        var pump = new TeePump("broadcast", source, lag, 0);
        return Stream.generate(pump::open).limit(count).map(Pumped::<T>reader).toList();
    }

    static <T extends @Nullable Object> AsyncIterable<T> share(AsyncIterable<T> source) {
        return new Shared<>("share", source, 0);
    }

    static <T extends @Nullable Object> AsyncIterable<T> replay(AsyncIterable<T> source, int count) {
        return new Shared<>("replay", source, positive(count, "count"));
    }

    private static <T extends @Nullable Object> AsyncGenerator<T> reader(Branch branch) {
        return StepSource.generator(branch.name(), branch);
    }

    private static int positive(int number, String name) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + " must be positive, was " + number);
        }
        return number;
    }

    /// Reads a branch in a way of its own.
    private abstract static class Mapped extends StepSource.Steps {
        private final Branch branch;

        Mapped(Branch branch) {
            this.branch = branch;
        }

        @Override
        final List<? extends AsyncIterable<?>> sources() {
            return branch.sources();
        }

        @Override
        final void close() throws Throwable {
            branch.close();
        }
    }
}
