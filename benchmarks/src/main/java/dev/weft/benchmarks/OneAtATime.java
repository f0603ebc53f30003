package dev.weft.benchmarks;

import dev.weft.benchmarks.HandWritten.Machine;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// The same as [HandWritten.LookAhead], with the least that lets another thread find out that one is in a step, and
/// close it. It is there to show what that costs; what that other thread would have to do is left out.
///
/// The first step takes it for a thread. Each step says that it runs, looks whether anybody wants the iterator, says
/// that it has run, and looks again.
final class OneAtATime implements Iterator<Integer>, AutoCloseable {
    private static final VarHandle STATE;
    private static final VarHandle TURN;

    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int CLOSED = 2;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            STATE = lookup.findVarHandle(OneAtATime.class, "state", int.class);
            TURN = lookup.findVarHandle(OneAtATime.class, "turn", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Machine machine;
    private Object ahead;
    private volatile int state;
    private long turn; // the identity of the thread that has it; negative in a step

    OneAtATime(int n) {
        this(0, n);
    }

    OneAtATime(int start, int n) {
        machine = new Machine(start, n);
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = step();
        }
        return ahead != Machine.END;
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var element = (Integer) ahead;
        ahead = null;
        return element;
    }

    private Object step() {
        long me = Thread.currentThread().threadId();
        if (state != TAKEN || turn != me) {
            take(me);
        }
        TURN.setOpaque(this, -me);
        check();
        Object element = machine.resume();
        TURN.setRelease(this, me);
        check();
        return element;
    }

    private void take(long me) {
        if (!STATE.compareAndSet(this, FREE, TAKEN)) {
            throw new IllegalStateException("another thread has it, or it is closed");
        }
        turn = me;
    }

    private void check() {
        if (state != TAKEN) {
            throw new IllegalStateException("it was closed meanwhile");
        }
    }

    @Override
    public void close() {
        if (!STATE.compareAndSet(this, TAKEN, CLOSED)) {
            STATE.setVolatile(this, CLOSED);
        }
    }
}
