package dev.weft;

import org.jspecify.annotations.Nullable;

/// One source after the other: each is opened when the one before it has ended and is closed. A push runs each in
/// place.
abstract class SerialSteps extends StepSource.Steps {

    private @Nullable Upstream current;
    private boolean empty = true; // whether the last source gave no element
    private boolean wanted = true; // in a push: whether the consumer wants more

    /// Chooses the source to read next.
    ///
    /// @param lastWasEmpty whether the one before it gave no element
    /// @return the source, or `null` at the end
    abstract @Nullable AsyncIterable<?> following(boolean lastWasEmpty) throws Throwable;

    @Override
    final @Nullable Object next() throws Throwable {
        while (true) {
            Upstream upstream = current;
            if (upstream == null) {
                AsyncIterable<?> source = following(empty);
                if (source == null) {
                    return Execution.END;
                }
                upstream = Upstream.of(source);
                current = upstream;
                empty = true;
            }
            Object element = upstream.next();
            if (!Core.isEnd(element)) {
                empty = false;
                return element;
            }
            current = null;
            upstream.close();
        }
    }

    @Override
    final void drain(Protocol protocol, Sink consumer) throws Throwable {
        AsyncIterator<?> iterator = openFollowing(protocol);
        while (iterator != null) {
            empty = true;
            Collected.drainOpened(iterator, element -> {
                empty = false;
                wanted = consumer.accept(element);
                return wanted;
            });
            iterator = wanted ? openFollowing(protocol) : null;
        }
    }

    private @Nullable AsyncIterator<?> openFollowing(Protocol protocol) throws Throwable {
        try {
            AsyncIterable<?> source = following(empty);
            return source == null ? null : Upstream.open(source);
        } catch (Throwable failure) {
            throw protocol.asSeenOutside(failure);
        }
    }

    @Override
    void close() throws Throwable {
        Upstream upstream = current;
        current = null;
        if (upstream != null) {
            upstream.close();
        }
    }
}
