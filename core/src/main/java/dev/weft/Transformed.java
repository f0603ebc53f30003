package dev.weft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Downstream;
import java.util.stream.Gatherer.Integrator;
import org.jspecify.annotations.Nullable;

/// How the operators of [Transforming] compute.
final class Transformed {

    private Transformed() {}

    // ---- one element for one ----

    static <T extends @Nullable Object, R extends @Nullable Object> Gatherer<T, ?, R> map(
            CheckedFunction<? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        return Link.gatherer(() -> new Links.Mapping<T>(function));
    }

    static <T extends @Nullable Object, R> Gatherer<T, ?, R> mapNotNull(
            CheckedFunction<? super T, ? extends @Nullable R> function) {
        Objects.requireNonNull(function, "function");
        return Link.gatherer(() -> new Links.MappingToSome<T>(function));
    }

    static <T extends @Nullable Object, R extends @Nullable Object> Gatherer<T, ?, R> scan(
            R initial, CheckedBiFunction<? super R, ? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        return Link.gatherer(() -> new Links.Scanning<T, R>(initial, function));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, Indexed<T>> enumerate() {
        return Link.gatherer(Links.Numbering<T>::new);
    }

    static <T extends @Nullable Object, R extends @Nullable Object> Gatherer<T, ?, R> pairwise(
            CheckedBiFunction<? super T, ? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        class Last {
            @Nullable List<T> element; // of one element, which may be null
        }
        return Gatherer.<T, Last, R>ofSequential(Last::new, Integrator.ofGreedy((state, element, downstream) -> {
            List<T> last = state.element;
            state.element = Collections.singletonList(element);
            return last == null || downstream.push(Gathered.call(function, last.getFirst(), element));
        }));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> intersperse(T separator) {
        class Begun {
            boolean begun;
        }
        return Gatherer.<T, Begun, T>ofSequential(Begun::new, Integrator.ofGreedy((state, element, downstream) -> {
            boolean wanted = !state.begun || downstream.push(separator);
            state.begun = true;
            return wanted && downstream.push(element);
        }));
    }

    // ---- several elements in one ----

    static <T extends @Nullable Object> Gatherer<T, ?, List<T>> chunked(int size) {
        Gathered.positive(size, "size");
        return Gatherer.<T, Chunk<T>, List<T>>ofSequential(
                Chunk::new,
                Integrator.ofGreedy((chunk, element, downstream) -> {
                    chunk.elements.add(element);
                    return chunk.elements.size() < size || chunk.pushTo(downstream);
                }),
                Chunk::pushTo);
    }

    static <T extends @Nullable Object> Gatherer<T, ?, List<T>> chunkedUntil(CheckedPredicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return Gatherer.<T, Chunk<T>, List<T>>ofSequential(
                Chunk::new,
                Integrator.ofGreedy((chunk, element, downstream) -> {
                    chunk.elements.add(element);
                    return !Gathered.test(predicate, element) || chunk.pushTo(downstream);
                }),
                Chunk::pushTo);
    }

    static <T extends @Nullable Object> Gatherer<T, ?, List<T>> chunkedBy(CheckedFunction<? super T, ?> key) {
        Objects.requireNonNull(key, "key");
        return Gatherer.<T, Chunk<T>, List<T>>ofSequential(
                Chunk::new,
                Integrator.ofGreedy((chunk, element, downstream) -> {
                    Object next = Gathered.<T, @Nullable Object>call(key, element);
                    boolean wanted = Objects.equals(chunk.key, next) || chunk.pushTo(downstream);
                    chunk.key = next;
                    chunk.elements.add(element);
                    return wanted;
                }),
                Chunk::pushTo);
    }

    /// The elements of a chunk that is not full.
    private static final class Chunk<T extends @Nullable Object> {
        private List<T> elements = new ArrayList<>();
        private @Nullable Object key;

        /// Hands the chunk on, unless it is empty.
        boolean pushTo(Downstream<? super List<T>> downstream) {
            if (elements.isEmpty()) {
                return true;
            }
            List<T> full = Collections.unmodifiableList(elements);
            elements = new ArrayList<>();
            return downstream.push(full);
        }
    }

    static <T extends @Nullable Object> Gatherer<T, ?, List<T>> sliding(int size, int step) {
        Gathered.positive(size, "size");
        Gathered.positive(step, "step");
        class Window {
            private final ArrayList<T> elements = new ArrayList<>();
            private int toSkip;

            boolean add(T element, Downstream<? super List<T>> downstream) {
                if (toSkip > 0) {
                    toSkip--;
                    return true;
                }
                elements.add(element);
                return elements.size() < size || downstream.push(slide());
            }

            private List<T> slide() {
                List<T> full = Collections.unmodifiableList(new ArrayList<>(elements));
                elements.subList(0, Math.min(size, step)).clear();
                toSkip = Math.max(0, step - size);
                return full;
            }
        }
        return Gatherer.<T, Window, List<T>>ofSequential(
                Window::new, Integrator.<Window, T, List<T>>ofGreedy(Window::add));
    }

    // ---- several sources ----

    static <T extends @Nullable Object, R extends @Nullable Object> AsyncGenerator<R> flatMap(
            AsyncIterable<T> source, CheckedFunction<? super T, ? extends Iterable<? extends R>> function) {
        Objects.requireNonNull(function, "function");
        return StepSource.operator(
                "flatMap", new FlatSteps("flatMap", source, element -> function.apply(Tasks.<T>unchecked(element))));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> flatten(
            AsyncIterable<? extends Iterable<? extends T>> sources) {
        Objects.requireNonNull(sources, "sources");
        return StepSource.operator(
                "flatten", new FlatSteps("flatten", sources, element -> Tasks.<Iterable<?>>unchecked(element)));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> startWith(
            AsyncIterable<T> source, AsyncIterable<? extends T> first) {
        Objects.requireNonNull(first, "first");
        return StepSource.operator("startWith", new ConcatSteps(List.of(first, source)));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> concatWith(
            AsyncIterable<T> source, AsyncIterable<? extends T> next) {
        Objects.requireNonNull(next, "next");
        return StepSource.operator("concatWith", new ConcatSteps(List.of(source, next)));
    }

    static <T extends @Nullable Object> AsyncGenerator<T> repeat(AsyncIterable<T> source, long times) {
        RepeatSteps.checkRepeatable(source);
        return times == 0
                ? Gathered.nothing("repeat", source)
                : StepSource.operator("repeat", new RepeatSteps(source, times));
    }
}
