package dev.weft;

import dev.weft.spi.Runtime;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a callback API hands in, through a bounded buffer that any thread may fill.
final class CallbackSteps<T extends @Nullable Object> extends StepSource.Steps implements Emitter<T> {

    private static final int CAPACITY = 256;
    private static final Object NULL = new Object(); // a deque takes no null

    /// What the consumer waits for; a thread outside may end it.
    private record Arrival() implements Runtime.Outside {
        @Override
        public String toString() {
            return "an element from a callback";
        }
    }

    private final CheckedConsumer<? super Emitter<T>, ? extends Exception> register;
    private final ArrayDeque<Object> buffer = new ArrayDeque<>(); // guarded by this
    private final Set<Thread> emitters = new LinkedHashSet<>(); // guarded by this; waiting for room
    private boolean registered; // used by the consumer alone
    private volatile @Nullable Runtime runtime;
    private @Nullable Thread consumer; // guarded by this
    private boolean ended; // guarded by this
    private boolean closed; // guarded by this
    private @Nullable Throwable failure; // guarded by this
    private @Nullable Action onClose; // guarded by this

    CallbackSteps(CheckedConsumer<? super Emitter<T>, ? extends Exception> register) {
        this.register = register;
    }

    // ---- the consumer's side ----

    @Override
    @Nullable Object next() throws Throwable {
        Runtime here = Context.current().runtime();
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
        Set<Thread> woken;
        synchronized (this) {
            element = buffer.poll();
            if (element == null) {
                if (failure != null) {
                    throw Requested.at(failure);
                }
                return Execution.END;
            }
            woken = Set.copyOf(emitters);
        }
        woken.forEach(here::unpark);
        return element == NULL ? null : element;
    }

    private synchronized boolean isReady() {
        return ended || !buffer.isEmpty();
    }

    @Override
    void close() throws Exception {
        Action action;
        Set<Thread> woken;
        synchronized (this) {
            closed = true;
            ended = true;
            buffer.clear();
            action = onClose;
            onClose = null;
            woken = Set.copyOf(emitters);
        }
        Runtime here = runtime;
        if (here != null) {
            woken.forEach(here::unpark);
        }
        if (action != null) {
            action.run();
        }
    }

    // ---- the callback's side ----

    @Override
    public boolean emit(T element) {
        Runtime here = Objects.requireNonNull(runtime);
        try {
            awaitRoom(here);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Thread waiting;
        synchronized (this) {
            if (ended) {
                return false;
            }
            buffer.add(element == null ? NULL : element);
            waiting = consumer;
        }
        if (waiting != null) {
            here.unpark(waiting);
        }
        return true;
    }

    private void awaitRoom(Runtime here) throws InterruptedException {
        if (hasRoom()) {
            return;
        }
        Thread me = Thread.currentThread();
        synchronized (this) {
            emitters.add(me);
        }
        try {
            while (!hasRoom()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while a callback's buffer was full");
                }
                here.park(Runtime.FOREVER, "room for an element from a callback");
            }
        } finally {
            synchronized (this) {
                emitters.remove(me);
            }
        }
    }

    private synchronized boolean hasRoom() {
        // Who emits on the consumer's own thread cannot wait for it.
        return ended || buffer.size() < CAPACITY || Thread.currentThread() == consumer;
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
        Thread waiting;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            failure = error;
            waiting = consumer;
        }
        Runtime here = runtime;
        if (waiting != null && here != null) {
            here.unpark(waiting);
        }
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
