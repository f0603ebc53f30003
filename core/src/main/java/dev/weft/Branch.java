package dev.weft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [Pump] has for one reader: the steps of the generator that reads it.
///
/// Until its reader leaves, a branch counts: it may keep the pump from reading on, and keeps the source open.
final class Branch extends StepSource.Steps {

    private static final Object NULL = new Object(); // a deque takes no null

    private final Pump pump; // its lock guards the fields that change
    private final ArrayDeque<Object> queue = new ArrayDeque<>();
    private final Bell arrival = new Bell(); // where the reader waits
    private boolean begun; // it has a reader
    private boolean wanted; // the reader waits for an element, and none has come
    private boolean awaited; // the reader waits for an element, and has not taken it

    Branch(Pump pump) {
        this.pump = pump;
    }

    String name() {
        return pump.name();
    }

    // ---- the reader's side ----

    @Override
    List<? extends AsyncIterable<?>> sources() {
        return pump.sources();
    }

    @Override
    @Nullable Object next() throws Throwable {
        Object element = take();
        return element == null ? pump.end() : unmasked(element);
    }

    /// Takes all that is here, when there is something.
    ///
    /// @return a list of at least one element, or [Execution#END]
    Object nextAll() throws Throwable {
        var elements = new ArrayList<@Nullable Object>();
        for (Object element = take(); element != null; element = poll()) {
            elements.add(unmasked(element));
        }
        if (elements.isEmpty()) {
            return pump.end();
        }
        pump.wake();
        return Collections.unmodifiableList(elements);
    }

    /// Waits for an element; `null` if the pump has ended and nothing is left.
    private @Nullable Object take() throws InterruptedException {
        begin();
        Object element = poll();
        while (element == null && awaitArrival()) {
            element = poll(); // the pump may have taken it back
        }
        pump.wake();
        return element;
    }

    private void begin() {
        synchronized (pump) {
            if (!begun) {
                pump.begin(this);
                begun = true;
            }
        }
        pump.start();
    }

    private @Nullable Object poll() {
        synchronized (pump) {
            awaited = false;
            return queue.poll();
        }
    }

    /// Waits for a change. Returns whether there may be an element.
    private boolean awaitArrival() throws InterruptedException {
        if (isWanting()) {
            pump.wake();
            try {
                arrival.await(this::isReady, "an element of " + pump.name());
            } catch (InterruptedException e) {
                pump.interrupted();
                throw e;
            } finally {
                wantNoMore();
            }
        }
        synchronized (pump) {
            return !queue.isEmpty() || !pump.hasEnded();
        }
    }

    /// Says that the reader waits for an element, if it has to.
    private boolean isWanting() {
        synchronized (pump) {
            if (isReady()) {
                return false;
            }
            wanted = true;
            awaited = true;
            pump.want(1);
            return true;
        }
    }

    private void wantNoMore() {
        synchronized (pump) {
            if (wanted) {
                wanted = false;
                pump.want(-1);
            }
        }
    }

    private boolean isReady() {
        synchronized (pump) {
            return !queue.isEmpty() || pump.hasEnded();
        }
    }

    @Override
    void close() throws Throwable {
        pump.leave(this);
    }

    // ---- the pump's side ----

    /// Adds an element, which [#wake()] lets the reader see; drops it if there is no reader any more.
    void put(@Nullable Object element) {
        synchronized (pump) {
            if (pump.isOpen(this)) {
                queue.add(masked(element));
                wantNoMore();
            }
        }
    }

    /// Whether somebody has begun to read this.
    boolean isBegun() {
        synchronized (pump) {
            return begun;
        }
    }

    /// Has the reader look again.
    void wake() {
        arrival.ring();
    }

    int size() {
        synchronized (pump) {
            return queue.size();
        }
    }

    /// Whether the reader will take an element in a moment: it waits, and has been woken.
    boolean isAboutToTake() {
        synchronized (pump) {
            return awaited && !queue.isEmpty() && pump.isOpen(this);
        }
    }

    /// Takes the element that has been here longest from the reader, as [#unmasked(Object)] takes it; `null` if there
    /// is none.
    @Nullable Object takeBack() {
        synchronized (pump) {
            return queue.poll();
        }
    }

    static Object masked(@Nullable Object element) {
        return element == null ? NULL : element;
    }

    static @Nullable Object unmasked(Object element) {
        return element == NULL ? null : element;
    }

    void clear() {
        synchronized (pump) {
            queue.clear();
        }
    }
}
