package dev.weft;

import dev.weft.spi.Event;
import dev.weft.spi.Runtime;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a callback API hands in, through a bounded buffer that any thread may fill.
final class CallbackSteps<T extends @Nullable Object> extends StepSource.Steps implements Emitter<T> {

    private static final Object NULL = new Object(); // a deque takes no null

    /// What the consumer waits for; a thread outside may end it.
    private record Arrival() implements Runtime.Outside {
        @Override
        public String toString() {
            return "an element from a callback";
        }
    }

    private final int capacity;
    private final Overflow overflow;
    private final CheckedConsumer<? super Emitter<T>, ? extends Exception> register;
    private final ArrayDeque<Object> buffer = new ArrayDeque<>(); // guarded by this
    private final Map<Thread, Runtime> emitters = new LinkedHashMap<>(); // guarded by this; waiting for room
    private boolean registered; // used by the consumer alone
    private volatile @Nullable Runtime runtime;
    private volatile @Nullable Context reader; // who took the last step
    private @Nullable Thread consumer; // guarded by this
    private boolean ended; // guarded by this
    private boolean closed; // guarded by this
    private @Nullable Throwable failure; // guarded by this
    private @Nullable Action onClose; // guarded by this
    private long dropped; // guarded by this

    CallbackSteps(int capacity, Overflow overflow, CheckedConsumer<? super Emitter<T>, ? extends Exception> register) {
        this.capacity = capacity;
        this.overflow = overflow;
        this.register = register;
    }

    // ---- the consumer's side ----

    @Override
    @Nullable Object next() throws Throwable {
        Context me = Context.current();
        reader = me;
        Runtime here = me.runtime();
        runtime = here;
        synchronized (this) {
            consumer = here.current();
        }
        if (!registered) {
            registered = true;
            register.accept(this);
        }
        try {
            Wait.until(this::isReady, new Arrival());
        } finally {
            synchronized (this) {
                consumer = null;
            }
        }
        Object element;
        Map<Thread, Runtime> woken;
        synchronized (this) {
            element = buffer.poll();
            if (element == null) {
                if (failure != null) {
                    throw Requested.at(failure);
                }
                return Execution.END;
            }
            woken = Map.copyOf(emitters);
        }
        wake(woken);
        return element == NULL ? null : element;
    }

    private synchronized boolean isReady() {
        return ended || !buffer.isEmpty();
    }

    @Override
    void close() throws Exception {
        Action action;
        Map<Thread, Runtime> woken;
        synchronized (this) {
            closed = true;
            ended = true;
            buffer.clear();
            action = onClose;
            onClose = null;
            woken = Map.copyOf(emitters);
        }
        Runtime here = runtime;
        if (here != null) {
            wake(woken);
        }
        if (action != null) {
            action.run();
        }
    }

    // ---- the callback's side ----

    @Override
    public boolean emit(T element) {
        Object kept = element == null ? NULL : element;
        try {
            while (true) {
                if (overflow == Overflow.SUSPEND) {
                    awaitRoom();
                }
                Tried tried = tryTake(kept);
                if (tried != null) {
                    tellDropped(tried.dropped);
                    wakeConsumer();
                    return tried.taken;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Takes an element, or not, as the policy says; `null` if another thread has taken the room meanwhile.
    private synchronized @Nullable Tried tryTake(Object kept) {
        if (ended) {
            return new Tried(false, null);
        }
        if (hasRoom()) {
            return new Tried(buffer.add(kept), null);
        }
        if (overflow == Overflow.SUSPEND) {
            return null;
        }
        dropped++;
        switch (overflow) {
            case DROP_OLDEST -> {
                Object oldest = buffer.remove();
                return new Tried(buffer.add(kept), oldest);
            }
            case FAIL -> {
                ended = true;
                failure = OverflowException.of("the buffer of callback", capacity);
            }
            default -> {
                return new Tried(false, kept);
            }
        }
        return new Tried(false, null);
    }

    /// What became of an element.
    ///
    /// @param dropped what was dropped for it, or it itself; `null` if nothing was
    private record Tried(boolean taken, @Nullable Object dropped) {}

    private void tellDropped(@Nullable Object element) {
        Context read = reader;
        if (read != null && element != null) {
            read.tell(Event.Kind.DROPPED, read.subject(), element == NULL ? null : element);
        }
    }

    private void wakeConsumer() {
        Thread waiting;
        synchronized (this) {
            waiting = consumer;
        }
        Runtime here = runtime;
        if (waiting != null && here != null) {
            here.unpark(waiting);
        }
    }

    /// Waits on the runtime of the calling thread, which need not be a strand of the consumer's.
    private void awaitRoom() throws InterruptedException {
        if (hasRoom()) {
            return;
        }
        Runtime own = Context.current().runtime();
        Thread me = Thread.currentThread();
        synchronized (this) {
            emitters.put(me, own);
        }
        try {
            Wait.until(this::hasRoom, "room for an element from a callback");
        } finally {
            synchronized (this) {
                emitters.remove(me);
            }
        }
    }

    private static void wake(Map<Thread, Runtime> waiting) {
        waiting.forEach((thread, own) -> own.unpark(thread));
    }

    private synchronized boolean hasRoom() {
        // Who emits on the consumer's own thread cannot wait for it.
        return ended
                || buffer.size() < capacity
                || (overflow == Overflow.SUSPEND && Thread.currentThread() == consumer);
    }

    @Override
    public void complete() {
        end(null);
    }

    @Override
    public void fail(Throwable error) {
        end(Objects.requireNonNull(error, "error"));
    }

    private void end(@Nullable Throwable error) {
        Map<Thread, Runtime> refused;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            failure = error;
            refused = Map.copyOf(emitters);
        }
        wakeConsumer();
        wake(refused);
    }

    @Override
    public synchronized boolean isOpen() {
        return !ended;
    }

    @Override
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public void onClose(Action action) {
        Objects.requireNonNull(action, "action");
        synchronized (this) {
            if (!closed) {
                onClose = action;
                return;
            }
        }
        try {
            action.run();
        } catch (Exception failed) {
            throw Throw.unchecked(failed);
        }
    }
}
