package dev.weft;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The elements of an inner source for each element of the outer one. An inner source is opened when the one before it
/// has ended and is closed. A push runs each in place, inside of the outer one's consumer.
final class FlatSteps extends StepSource.Steps {

    private final String name;
    private final AsyncIterable<?> source;
    private final CheckedFunction<@Nullable Object, ? extends @Nullable Iterable<?>> function;
    private final Upstream outer;
    private @Nullable Upstream inner;
    private boolean pushed; // then each source is closed where it is run
    private boolean wanted = true; // in a push: whether the consumer wants more

    FlatSteps(
            String name,
            AsyncIterable<?> source,
            CheckedFunction<@Nullable Object, ? extends @Nullable Iterable<?>> function) {
        this.name = name;
        this.source = source;
        this.function = function;
        outer = Upstream.of(source);
    }

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return List.of(source);
    }

    @Override
    @Nullable Object next() throws Throwable {
        while (true) {
            Upstream reading = inner;
            if (reading != null) {
                Object element = reading.next();
                if (!Core.isEnd(element)) {
                    return element;
                }
                inner = null;
                reading.close();
            }
            Object element = outer.next();
            if (Core.isEnd(element)) {
                return element;
            }
            inner = Upstream.of(innerOf(element));
        }
    }

    @Override
    void drain(Protocol protocol, Sink consumer) throws Throwable {
        pushed = true;
        Collected.drain(source, element -> {
            Collected.drainOpened(openInner(protocol, element), each -> {
                wanted = consumer.accept(each);
                return wanted;
            });
            return wanted;
        });
    }

    private AsyncIterator<?> openInner(Protocol protocol, @Nullable Object element) throws Throwable {
        try {
            return Upstream.open(innerOf(element));
        } catch (Throwable failure) {
            throw protocol.asSeenOutside(failure);
        }
    }

    private AsyncIterable<?> innerOf(@Nullable Object element) throws Exception {
        Iterable<?> made = Objects.requireNonNull(
                function.apply(element),
                () -> name + " got null in place of an iterable; for no elements use of() or List.of()");
        return made instanceof AsyncIterable<?> iterable ? iterable : Async.from(made);
    }

    @Override
    void close() throws Throwable {
        if (pushed) {
            return;
        }
        @Nullable Throwable failure = inner == null ? null : ConcatSteps.closed(inner, null);
        inner = null;
        failure = ConcatSteps.closed(outer, failure);
        if (failure != null) {
            throw failure;
        }
    }
}
