package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;

/// Two threads that take turns, by hand: nothing is made before it is asked for, so one of them always waits.
///
/// A field says whose turn it is; who gives the turn away wakes the other and parks until he has it back. Nothing is
/// protected: neither against a second consumer nor against an error, an interrupt or a consumer that goes away. What
/// it costs is what two threads cost that wait for each other, whoever lets them.
final class TakingTurns implements Iterator<Integer> {

    static final String NAME = "two threads that take turns";

    private static final Object END = new Object();

    private final int n;
    private volatile boolean producing; // all else belongs to the thread whose turn it is
    private Thread consumer;
    private Thread producer;
    private Object given;
    private Object ahead;

    TakingTurns(int n) {
        this.n = n;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = step();
        }
        return ahead != END;
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
        consumer = Thread.currentThread();
        producing = true;
        if (producer == null) {
            producer = Thread.startVirtualThread(this::produce);
        } else {
            LockSupport.unpark(producer);
        }
        while (producing) {
            LockSupport.park(this);
        }
        return given;
    }

    private void produce() {
        for (int i = 0; i < n; i++) {
            give(i);
            while (!producing) {
                LockSupport.park(this);
            }
        }
        give(END);
    }

    private void give(Object element) {
        given = element;
        Thread waiting = consumer;
        producing = false;
        LockSupport.unpark(waiting);
    }
}
