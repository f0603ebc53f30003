package dev.weft.internal.thread;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Runtime;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Two threads that take turns: the consumer's, which resumes, and the body's own.
///
/// `turn` says whose turn it is; the other one parks until it is his. All other fields belong to the thread that has
/// the turn. The body's thread is started by the first resume.
///
/// **Interrupts** behave as if the body ran on the consumer's thread. An interrupt of the consumer while the body has
/// the turn is passed on to the body's thread; the turn is held at PASSING_ON for just that moment, so that it cannot
/// hit the body after it has stopped. What the body did not consume when it stops goes back to the consumer.
///
/// **Waiting.** A consumer on a platform thread spins before it parks, because waking it costs tens of microseconds. As
/// many pairs as there are carriers would keep every other virtual thread from running, as each wakes its partner just
/// before it parks; once in [#FAIR] turns the consumer steps back for real.
final class Handoff implements Coroutine, Body.Suspension {

    private static final int CONSUMER = 0;
    private static final int BODY = 1;
    private static final int PASSING_ON = 2; // an interrupt, by the consumer
    private static final int STOPPING = 3; // the body collects interrupts and hands the turn back

    private static final int FAIR = 1024;
    private static final int SPINS = 2000;

    private static final VarHandle TURN;

    static {
        try {
            TURN = MethodHandles.lookup().findVarHandle(Handoff.class, "turn", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// Why the thread of a body that was given up is parked.
    private record GivenUp(String body) implements Runtime.Abandoned {
        @Override
        public String toString() {
            return "nothing: " + body + " refused to end and was given up";
        }
    }

    private final Body body;
    private final Runtime runtime;
    private volatile int turn; // CONSUMER
    private @Nullable Thread bodyThread;
    private @Nullable Thread consumer;
    private @Nullable Object sent;
    private @Nullable Throwable thrown;
    private @Nullable Object value;
    private @Nullable Throwable failure;
    private boolean interruptBody;
    private boolean interruptConsumer;
    private boolean ended;
    private boolean givenUp;
    private int turns;

    Handoff(Body body, Runtime runtime) {
        this.body = body;
        this.runtime = runtime;
    }

    // ---- the consumer's side ----

    @Override
    public @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        this.sent = sent;
        this.thrown = thrown;
        consumer = runtime.current();
        interruptBody = Thread.interrupted();
        if (++turns % FAIR == 0) {
            runtime.park(runtime.now(), this);
        }
        turn = BODY;
        if (bodyThread == null) {
            bodyThread = runtime.fork(body.name(), this::runBody);
        } else {
            runtime.unpark(bodyThread);
        }
        boolean interrupted = awaitConsumerTurn();
        if (interrupted || interruptConsumer) {
            interruptConsumer = false;
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return ended ? END : value;
    }

    /// Waits for the body to stop. Returns whether an interrupt came too late to be passed on.
    private boolean awaitConsumerTurn() {
        if (!Thread.currentThread().isVirtual()) {
            for (int i = 0; i < SPINS && turn != CONSUMER; i++) {
                Thread.onSpinWait();
            }
        }
        boolean late = false;
        while (turn != CONSUMER) {
            if (Thread.interrupted()) {
                late |= !passOnInterrupt();
            } else {
                runtime.park(Runtime.FOREVER, this);
            }
        }
        return late;
    }

    private boolean passOnInterrupt() {
        if (!TURN.compareAndSet(this, BODY, PASSING_ON)) {
            return false;
        }
        Thread running = Objects.requireNonNull(bodyThread);
        running.interrupt();
        turn = BODY;
        runtime.unpark(running);
        return true;
    }

    @Override
    public @Nullable Object result() {
        return value;
    }

    @Override
    public String name() {
        return body.name();
    }

    @Override
    public boolean inline() {
        return false;
    }

    @Override
    public void abandon() {
        givenUp = true;
        turn = BODY;
        runtime.unpark(Objects.requireNonNull(bodyThread));
    }

    // ---- the body's side ----

    private void runBody() {
        deliverInterrupt();
        try {
            value = body.run(this);
        } catch (Throwable t) {
            failure = t;
        }
        ended = true;
        stop();
    }

    @Override
    public @Nullable Object suspend(@Nullable Object value) throws Throwable {
        this.value = value;
        stop();
        try {
            awaitBodyTurn();
        } catch (Throwable ending) {
            // The runtime ends this thread; the body unwinds on it, and nobody waits for it.
            turn = BODY;
            throw ending;
        }
        deliverInterrupt();
        Throwable toThrow = thrown;
        Object received = sent;
        thrown = null;
        sent = null;
        if (toThrow != null) {
            throw toThrow;
        }
        return received;
    }

    private void stop() {
        while (!TURN.compareAndSet(this, BODY, STOPPING)) {
            Thread.onSpinWait();
        }
        interruptConsumer = Thread.interrupted();
        Thread waiting = consumer;
        consumer = null;
        turn = CONSUMER;
        if (waiting != null) {
            runtime.unpark(waiting);
        }
    }

    private void awaitBodyTurn() {
        boolean interrupted = false;
        while (turn != BODY) {
            runtime.park(Runtime.FOREVER, this);
            interrupted |= Thread.interrupted();
        }
        if (givenUp) {
            var reason = new GivenUp(body.name());
            while (true) {
                runtime.park(Runtime.FOREVER, reason);
                Thread.interrupted(); // with the status set, park would not wait
            }
        }
        interruptBody |= interrupted;
    }

    private void deliverInterrupt() {
        if (interruptBody) {
            interruptBody = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return turn == CONSUMER ? "the next step of " + body.name() : "an element of " + body.name();
    }
}
