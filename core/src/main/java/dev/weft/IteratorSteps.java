package dev.weft;

import java.util.Iterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// The elements of what the JDK iterates: an iterable, an iterator or a stream. Closes what can be closed.
final class IteratorSteps extends StepSource.Steps {

    private final Object source;
    private @Nullable Iterator<?> iterator;

    IteratorSteps(Object source) {
        this.source = source;
    }

    @Override
    @Nullable Object next() {
        Iterator<?> elements = iterator;
        if (elements == null) {
            elements = open();
            iterator = elements;
        }
        return elements.hasNext() ? elements.next() : Execution.END;
    }

    private Iterator<?> open() {
        return switch (source) {
            case Iterator<?> own -> own;
            case BaseStream<?, ?> stream -> stream.iterator();
            case Iterable<?> iterable -> iterable.iterator();
            default -> throw new AssertionError("not iterable: " + source);
        };
    }

    @Override
    void close() throws Exception {
        AutoCloseable open = closeable();
        if (open != null) {
            open.close();
        }
    }

    private @Nullable AutoCloseable closeable() {
        if (source instanceof AutoCloseable closeable && !(source instanceof Iterable<?>)) {
            return closeable;
        }
        return iterator instanceof AutoCloseable closeable ? closeable : null;
    }

    @Override
    boolean unwinds() {
        return closeable() != null;
    }

    @Override
    boolean mustBeClosed() {
        return closeable() != null || (iterator == null && source instanceof Iterable<?>);
    }
}
