package dev.weft;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Downstream;
import org.jspecify.annotations.Nullable;

/// An operator at work that makes at most one element of each: the state of its gatherer.
///
/// Links that follow one another in a [Pipeline] call each other, without a detour over what they may have made
/// meanwhile. No function of the user is below such a call on the stack.
///
/// @param <T> the type of the elements that go in
abstract class Link<T extends @Nullable Object> {

    private @Nullable Pipeline pipeline;
    private int at; // the place in it
    private @Nullable Link<Object> next;

    /// Returns what it makes of an element, or [Pipeline#MORE] if that is nothing.
    abstract @Nullable Object through(T element) throws Exception;

    /// Whether it wants no more.
    boolean isFull() {
        return false;
    }

    // ---- in a gatherer ----

    /// Makes the gatherer of a kind of links.
    static <T extends @Nullable Object, R extends @Nullable Object> Gatherer<T, ?, R> gatherer(
            Supplier<? extends Link<T>> link) {
        return Gatherer.<T, Link<T>, R>ofSequential(link::get, Gatherer.Integrator.of(Link::integrate));
    }

    @SuppressWarnings("ReferenceEquality") // it is one object
    private <R extends @Nullable Object> boolean integrate(T element, Downstream<? super R> downstream) {
        Object made;
        try {
            made = through(element);
        } catch (Exception failure) {
            throw Throw.unchecked(failure);
        }
        return (made == Pipeline.MORE || downstream.push(Tasks.unchecked(made))) && !isFull();
    }

    // ---- in a pipeline ----

    /// Takes its place.
    ///
    /// @param next the link that follows, or `null` if what this one makes goes back to the pipeline
    final void join(Pipeline pipeline, int at, @Nullable Link<Object> next) {
        this.pipeline = pipeline;
        this.at = at;
        this.next = next;
    }

    final @Nullable Link<Object> next() {
        return next;
    }

    /// Hands an element in, and what becomes of it to the links that follow.
    ///
    /// Where this is overridden, that is for speed alone: so the compiler learns what follows such a link, which is
    /// always the same in many a program, and not what follows any link.
    ///
    /// @return what the last of them makes, or [Pipeline#MORE]
    @SuppressWarnings("ReferenceEquality") // it is one object
    @Nullable Object rise(T element) {
        Object made = call(element);
        if (isFull()) {
            full();
        }
        return next == null || made == Pipeline.MORE ? made : next.rise(Tasks.unchecked(made));
    }

    final @Nullable Object call(T element) {
        try {
            return through(element);
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    final RuntimeException failed(Throwable thrown) {
        throw Throw.unchecked(Objects.requireNonNull(pipeline).failedAt(at, thrown));
    }

    /// Says that it wants no more.
    final void full() {
        Objects.requireNonNull(pipeline).full(at);
    }
}
