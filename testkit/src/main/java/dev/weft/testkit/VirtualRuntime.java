package dev.weft.testkit;

import dev.weft.spi.Runtime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A runtime in virtual time: one strand at a time, in an order that is chosen, under a clock that jumps.
///
/// **Idea.** Strands are virtual threads, and one baton goes round among them. Whoever waits puts itself down as ready
/// or with a timer, chooses the next strand, gives it the turn, and blocks. If none is ready, the clock jumps to the
/// earliest timer. So the order in which things happen depends on [Ready] alone, never on the machine.
///
/// **Nothing to wake.** If there is no timer either, a strand that waits for something [Runtime.Outside] may still be
/// woken by a foreign thread: nobody holds the baton then, and the unpark that comes picks it up. Otherwise it is a
/// deadlock.
///
/// **Failure.** A deadlock, a livelock, a strand that blocks, or an exception that a strand lets out fails the run.
/// From then on the strands get the turn one after the other, the youngest first, and every wait throws [Unwound], so
/// that they run their `finally` blocks and end. A strand that withstands it too often is left where it is.
///
/// **Invariants.** `strands` holds those that the run waits for. Only the running strand parks and forks, and it
/// changes state under `lock`; foreign threads come in by `unpark`, by interrupts, and by the watchdog. The lock is
/// never held while a strand runs or blocks.
final class VirtualRuntime implements Runtime {

    static final ScopedValue<VirtualRuntime> CURRENT = ScopedValue.newInstance();
    private static final int PATIENCE = 10_000;

    private final Object lock = new Object();
    private final CountDownLatch over = new CountDownLatch(1);
    private final SequencedMap<Thread, Strand> strands = new LinkedHashMap<>(); // guarded by lock
    private final List<Strand> left = new ArrayList<>(); // guarded by lock; those that did not end when told to
    private final Agenda agenda; // guarded by lock
    private final long stepLimit;
    private final @Nullable Consumer<? super String> trace; // called under lock
    private final Tree tree = new Tree();
    private volatile @Nullable Strand running; // written under lock; null while the baton lies idle
    private volatile @Nullable Throwable failure; // written under lock, once
    private volatile @Nullable Strand main; // written under lock, once
    private int created; // guarded by lock
    private long stepsAtInstant; // guarded by lock
    private long progress; // guarded by lock

    VirtualRuntime(Ready ready, long stepLimit, @Nullable Consumer<? super String> trace) {
        agenda = new Agenda(ready);
        this.stepLimit = stepLimit;
        this.trace = trace;
    }

    // ---- the five primitives

    @Override
    public boolean isSequential() {
        return true;
    }

    @Override
    public long now() {
        return agenda.now();
    }

    @Override
    public Thread current() {
        return holder("current").thread();
    }

    @Override
    public Thread fork(String name, Runnable body) {
        holder("fork");
        if (failure != null) {
            throw new Unwound();
        }
        synchronized (lock) {
            return create(name, body).thread();
        }
    }

    @Override
    public void park(long deadline, Object reason) {
        Strand me = holder("park");
        if (failure == null) {
            me.signal().arm();
            try {
                if (stepAside(me, deadline, reason)) {
                    me.awaitTurn();
                }
            } finally {
                me.signal().disarm();
            }
        }
        if (failure != null) {
            refuse(me);
        }
    }

    @Override
    public void unpark(Thread thread) {
        Strand next;
        synchronized (lock) {
            Strand strand = strands.get(thread);
            if (strand == null) {
                // It has ended, or it is a strand of another runtime, which parks it in the usual way.
                LockSupport.unpark(thread);
                return;
            }
            wake(strand);
            next = running == null ? next() : null;
        }
        pass(next);
    }

    @Override
    public void began(Supplier<String> dump) {
        tree.root(dump);
    }

    // ---- the run as a whole, from outside

    /// Starts the first strand, interrupted or not. The run is over when it and all that were forked have ended.
    void start(String name, Runnable body, boolean interrupted) {
        Strand next;
        synchronized (lock) {
            main = create(name, body);
            if (interrupted) {
                main.thread().interrupt();
            }
            next = next();
        }
        pass(next);
    }

    /// Waits for the end of the run.
    ///
    /// @return whether it ended in time
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return over.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    }

    /// Returns a number that grows whenever a strand runs or waits.
    long progress() {
        synchronized (lock) {
            return progress;
        }
    }

    /// Returns why the run failed, if it did.
    @Nullable Throwable failure() {
        Throwable thrown = failure;
        synchronized (lock) {
            if (thrown != null && !left.isEmpty()) {
                thrown.addSuppressed(new IllegalStateException("still there, its thread parked or blocked: " + left));
            }
        }
        return thrown;
    }

    /// Interrupts the first strand.
    void interruptMain() {
        Strand strand = main;
        if (strand != null) {
            strand.thread().interrupt();
            unpark(strand.thread());
        }
    }

    /// Fails a run that has made no progress since `seen`. If it has failed before, takes the baton from a strand that
    /// blocks even so.
    void unstick(long seen, Duration limit) {
        Strand next;
        synchronized (lock) {
            Strand holder = running;
            if (progress != seen || over.getCount() == 0) {
                return;
            }
            if (failure != null && holder != null) {
                leave(holder);
                left.add(holder);
            } else if (holder != null) {
                fail(new Blocked(Report.blocked(holder, limit, now(), strands.values())));
                holder.thread().interrupt();
                return;
            } else {
                fail(new Deadlock(Report.nothingFromOutside(limit, now(), strands.values()) + tree));
            }
            next = next();
        }
        pass(next);
    }

    // ---- the baton

    /// Returns the calling strand, which must be the running one.
    private Strand holder(String call) {
        Strand strand = running;
        if (strand != null && strand.thread() == Thread.currentThread()) {
            return strand;
        }
        synchronized (lock) {
            if (left.stream().anyMatch(s -> s.thread() == Thread.currentThread())) {
                throw new Unwound();
            }
        }
        throw new IllegalStateException(call + " was called from " + Thread.currentThread()
                + ", which is not a strand of this run in virtual time; start the code with Async.spawn, or let the"
                + " thread complete a CompletableFuture and await that");
    }

    /// Puts the caller down as waiting and chooses who runs next.
    ///
    /// @return whether that is another strand, or none, so that the caller must await its turn
    private boolean stepAside(Strand me, long deadline, Object reason) {
        Strand next;
        synchronized (lock) {
            count(me);
            if (me.permit) {
                me.permit = false;
                return false;
            }
            note("park", me);
            if (reason instanceof Abandoned) {
                leave(me);
            } else {
                agenda.suspend(me, deadline, reason);
            }
            next = next();
        }
        if (next == me) {
            return false;
        }
        pass(next);
        return true;
    }

    private void wake(Strand strand) {
        switch (strand.state) {
            case PARKED -> {
                note("wake", strand);
                agenda.resume(strand);
            }
            case NEW, RUNNING -> strand.permit = true;
            // The park of a ready strand is about to return: it needs no permit for the next one.
            case READY, LEFT, ENDED -> {}
        }
    }

    /// Chooses the strand that runs next and makes it the running one; none if the baton now lies idle.
    private @Nullable Strand next() {
        while (failure == null && !strands.isEmpty()) {
            if (agenda.hasReady()) {
                return take();
            } else if (main != null && main.state == Strand.State.ENDED) {
                fail(new LeftOpen(Report.strandsLeft(now(), strands.values())));
            } else if (agenda.hasTimers()) {
                advance();
            } else if (agenda.awaitsOutside()) {
                running = null;
                return null;
            } else {
                fail(new Deadlock(Report.deadlock(now(), strands.values()) + tree));
            }
        }
        return unwind();
    }

    private @Nullable Strand take() {
        try {
            return run(agenda.take());
        } catch (IllegalStateException e) {
            fail(e);
            return unwind();
        }
    }

    /// Lets the clock jump to the earliest timer; the strands of that time become ready.
    private void advance() {
        agenda.advance();
        stepsAtInstant = 0;
        while (agenda.hasDue()) {
            wake(agenda.due());
        }
    }

    private Strand run(Strand strand) {
        progress++;
        strand.state = Strand.State.RUNNING;
        strand.reason = null;
        running = strand;
        note("run", strand);
        return strand;
    }

    /// Gives the turn to the running strand. Outside the lock, because it runs at once.
    private static void pass(@Nullable Strand next) {
        if (next != null) {
            next.giveTurn();
        }
    }

    private void count(Strand me) {
        progress++;
        me.step(now());
        if (++stepsAtInstant > stepLimit) {
            me.permit = false;
            fail(new Livelock(Report.livelock(stepLimit, now(), strands.values())));
        }
    }

    // ---- beginning and end of a strand

    private Strand create(String name, Runnable body) {
        var strand = new Strand(created++, name, me -> live(me, body), me -> unpark(me.thread()));
        strands.put(strand.thread(), strand);
        agenda.begin(strand);
        note("fork", strand);
        return strand;
    }

    private void live(Strand me, Runnable body) {
        Throwable thrown = null;
        try {
            ScopedValue.where(CURRENT, this).run(body);
        } catch (Throwable t) {
            thrown = t;
        }
        Strand next;
        synchronized (lock) {
            if (thrown != null) {
                fail(thrown);
            }
            if (me.state == Strand.State.LEFT) {
                return;
            }
            note("end", me);
            me.state = Strand.State.ENDED;
            strands.remove(me.thread());
            next = next();
        }
        pass(next);
    }

    private void leave(Strand strand) {
        strand.state = Strand.State.LEFT;
        strands.remove(strand.thread());
    }

    // ---- failure

    private void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        } else {
            Thrown.suppress(failure, thrown);
        }
    }

    /// Ends a wait of a failed run: the strand must end, or is left.
    private void refuse(Strand me) {
        if (me.refusals++ < PATIENCE) {
            throw new Unwound();
        }
        Strand next;
        synchronized (lock) {
            leave(me);
            left.add(me);
            next = next();
        }
        pass(next);
        me.awaitTurn();
    }

    /// Chooses the next strand of a failed run: the youngest that has begun. The others never begin.
    private @Nullable Strand unwind() {
        while (!strands.isEmpty()) {
            Strand youngest = strands.lastEntry().getValue();
            if (youngest.state != Strand.State.NEW) {
                return run(youngest);
            }
            leave(youngest);
        }
        running = null;
        over.countDown();
        return null;
    }

    private void note(String what, Strand strand) {
        if (trace != null) {
            trace.accept(now() + " " + what + " " + strand);
        }
    }
}
