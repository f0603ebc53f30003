package dev.weft;

import static dev.weft.State.BIASED;
import static dev.weft.State.FINISHED;
import static dev.weft.State.MOVED;
import static dev.weft.State.SUSPENDED;

import dev.weft.spi.Coroutine;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What there is of a generator, at each time of its life.
///
/// **A generator is as small as it can be.** Most need nothing around their coroutine: nobody watches them, no run owns
/// them, and nothing runs when they are closed or dropped. Such a *bare* generator is its handle and its coroutine, and
/// when it has ended, a name. Any other one gets an [Execution] around the coroutine; and if its coroutine has to be
/// closed when the handle is dropped, the handle only refers (MOVED) to another object of this class, which the
/// [LeakGuard] and the body may know without keeping the handle alive.
abstract sealed class Core extends Stepping permits Lending {

    /// What [#runBiased()] returns when it has done nothing.
    static final Object NOT_BIASED = new Object();

    /// A user's body or another [Source] before the first step, an [Execution], a bare [Coroutine], the label that is
    /// left of one, or the [Seat] that this was moved to. Belongs to the thread that has the generator.
    private Object core;

    /// The same as `core`, if that is a bare coroutine: a step needs not ask what it is.
    private @Nullable Coroutine bare;

    /// Whether this was a bare coroutine that has failed or was closed.
    private boolean dropped;

    Core(Object core) {
        this.core = core;
    }

    /// Whether `element` is the end, and no element.
    @SuppressWarnings("ReferenceEquality") // it is one object
    static boolean isEnd(@Nullable Object element) {
        return element == Coroutine.END;
    }

    private void becomes(Object core) {
        this.core = core;
        bare = null;
    }

    // ---- what it is ----

    /// Makes an execution of a source.
    final Execution envelop(Source source) {
        var made = new Execution(source, (Protocol) this);
        becomes(made);
        return made;
    }

    /// Makes an execution of what has been a bare coroutine so far.
    final void envelopBare() {
        var bare = (Coroutine) core;
        envelop(Begun.sourceOf(bare)).adopt(bare);
    }

    /// Begins with a coroutine that needs nothing around it.
    final void begins(Coroutine bare) {
        core = bare;
        this.bare = bare;
    }

    /// Leaves this object to be a handle.
    final void movesTo(Seat seat) {
        becomes(seat);
    }

    final boolean isBare() {
        return bare != null;
    }

    /// Whether there is a coroutine.
    final boolean hasBegun() {
        return bare != null || (core instanceof Execution execution && execution.hasCoroutine());
    }

    /// Whether a step would end soon and wait for nothing. Can be asked by any thread: one that does not have the
    /// generator may get an old answer, but a coroutine that was prompt is never followed by one that waits.
    final boolean isPrompt() {
        Coroutine bare = this.bare;
        return bare != null && bare.isPrompt();
    }

    /// Whether nothing would run if this were closed where it has stopped: to close it is to forget it.
    final boolean isForgettable() {
        return bare != null && !bare.unwinds();
    }

    final Source source() {
        return sourceOf(core);
    }

    /// A body without a name is kept as it is: most are run, and what is known of them besides is then needed no more.
    private static Source sourceOf(Object core) {
        return core instanceof GeneratorBody<?> body ? BodySource.ofGenerator(null, body) : (Source) core;
    }

    /// Everything around the coroutine, of a generator that has it.
    final Execution execution() {
        return core instanceof Seat seat ? seat.execution() : (Execution) core;
    }

    /// How the elements are made, as long as that is known.
    final @Nullable Source origin() {
        return switch (core) {
            case GeneratorBody<?> body -> sourceOf(body);
            case Source source -> source;
            case Execution execution -> execution.source();
            case Seat seat -> seat.origin();
            case UpstreamCoroutine operator -> operator.source();
            default -> null;
        };
    }

    /// The operator that this is, before its first step.
    final @Nullable GatherSource gathererOrNull() {
        return core instanceof GatherSource gatherer ? gatherer : null;
    }

    final @Nullable Execution executionOrNull() {
        return core instanceof Execution execution ? execution : null;
    }

    final Seat seat() {
        return (Seat) core;
    }

    /// The object that has the state of this generator.
    final Protocol seated() {
        return core instanceof Seat seat ? seat : (Protocol) this;
    }

    /// A handle of this generator that nobody watches, or the only one, if it is not watched itself.
    final AsyncGenerator<?> handle() {
        return this instanceof Generator<?, ?, ?> handle
                ? handle
                : new Generator<@Nullable Object, @Nullable Object, @Nullable Object>((Seat) this);
    }

    /// Makes the coroutine, and what goes around it, for the first step, which the calling thread has taken.
    final Protocol begin() throws Throwable {
        return begun(source(), Context.current());
    }

    private Protocol begun(Source source, Context context) throws Throwable {
        @Nullable Coroutine made = context.isPlain() ? source.coroutine(context) : null;
        if (made != null && made.inline() && !made.mustBeClosed()) {
            if (made instanceof UpstreamCoroutine operator) {
                operator.drivenBy((Protocol) this);
            }
            begins(made);
            begunBare();
            context.openedBare((Protocol) this);
            return (Protocol) this;
        }
        var handle = (Generator<?, ?, ?>) this;
        var seat = new Seat(source, handle);
        seat.begun();
        movesTo(seat);
        try {
            state(MOVED);
            seat.beginFor(handle, made);
        } catch (Throwable failure) {
            seat.aborted = true; // unless it has ended: then this says nothing
            throw failure;
        }
        return seat;
    }

    final void beginFor(Generator<?, ?, ?> handle, @Nullable Coroutine made) throws Throwable {
        try {
            execution().begin(handle, made);
        } catch (Throwable failure) {
            execution().finish(failure, null);
            stepDone(FINISHED);
            throw failure;
        }
    }

    // ---- steps ----

    /// Runs a step that the calling thread has taken, and gives the generator back.
    final @Nullable Object run(@Nullable Object sent, @Nullable Throwable thrown, byte idle) throws Throwable {
        Coroutine bare = this.bare;
        if (bare == null) {
            return runFull((Execution) core, sent, thrown, idle);
        }
        try {
            Object value = bare.resume(sent, thrown);
            if (isEnd(value)) {
                return returned(bare);
            }
            stepDone(idle);
            return value;
        } catch (Throwable failure) {
            throw failed(failure);
        }
    }

    /// Runs a step of a coroutine without anything around it, in a thread that has the bias: what most steps are.
    ///
    /// @return the value, [Execution#END], or NOT_BIASED if that is not so
    final @Nullable Object runBiased() throws Throwable {
        Coroutine bare = this.bare;
        if (bare == null || !acquireBiased(BIASED)) {
            return NOT_BIASED;
        }
        try {
            Object value = bare.resume(null, null);
            if (isEnd(value)) {
                return returned(bare);
            }
            releaseBiased(BIASED, SUSPENDED);
            return value;
        } catch (Throwable failure) {
            Throwable seen = failure;
            try {
                seen = failed(failure);
            } catch (Throwable noStack) {
                aborted = true;
            }
            throw seen;
        }
    }

    /// Ends a bare coroutine that has failed.
    private Throwable failed(Throwable failure) {
        try {
            return bare == null ? failure : asSeenOutside(Traces.ofBody(failure, bare));
        } finally {
            leaveStep(failure);
        }
    }

    /// Ends a step of the calling thread that has failed, and with it the generator, if that was not done yet.
    final void leaveStep(Throwable failure) {
        if (isAmidStepOf(Thread.currentThread())) {
            endStep(failure);
        }
    }

    /// Ends a step that has failed, and with it the generator.
    final void endStep(Throwable failure) {
        if (isBare()) {
            forget();
        } else if (hasBegun()) {
            execution().finish(failure, null);
        }
        stepDone(FINISHED);
    }

    private @Nullable Object runFull(Execution execution, @Nullable Object sent, @Nullable Throwable thrown, byte idle)
            throws Throwable {
        @Nullable Object value;
        try {
            value = execution.resume(sent, thrown);
        } catch (Throwable failure) {
            stepDone(FINISHED);
            throw failure;
        }
        stepDone(Core.isEnd(value) ? FINISHED : idle);
        return value;
    }

    /// Ends a bare coroutine that has returned.
    private Object returned(Coroutine bare) {
        Object result = bare.result();
        becomes(result == null ? bare.label() : new Begun.Returned(bare.label(), result));
        stepDone(FINISHED);
        return Execution.END;
    }

    /// Drops a bare coroutine that has failed, or of which nothing would run when it is closed, or whose step had no
    /// stack or memory left to end.
    final void forget() {
        becomes(((Coroutine) core).label());
        dropped = true;
    }

    /// A body's failure as its consumer sees it: a leaked end signal must not look like the end.
    final Throwable asSeenOutside(Throwable failure) {
        return failure instanceof StopAsyncIteration ? GeneratorStateException.raisedStop(name(), failure) : failure;
    }

    /// Runs code of an operator; what it lets out is what consumers see.
    final boolean seenOutside(BooleanSupplier code) throws Throwable {
        try {
            return code.getAsBoolean();
        } catch (Throwable failure) {
            throw asSeenOutside(failure);
        }
    }

    // ---- questions ----

    final String name() {
        return switch (core) {
            case GeneratorBody<?> body -> sourceOf(body).name();
            case Source source -> source.name();
            case Execution execution -> execution.name();
            case Seat seat -> seat.name();
            case Coroutine bare -> bare.name();
            default -> core.toString();
        };
    }

    /// The result of a generator that has ended, or `null`.
    final @Nullable Object resultOrNull() {
        return switch (core) {
            case Execution execution -> execution.resultOrNull();
            case Seat seat -> seat.resultOrNull();
            case Begun.Returned returned -> returned.result();
            default -> null;
        };
    }

    final @Nullable Object requireResult() {
        Core seated = seated();
        if (seated.state() != FINISHED) {
            throw new IllegalStateException(name() + " has no result yet; read it to the end first");
        }
        if (!seated.completed()) {
            throw new IllegalStateException(name() + " has no result: its body failed, was closed, or never ran");
        }
        return resultOrNull();
    }

    private boolean completed() {
        return switch (core) {
            case Execution execution -> execution.completed();
            case GeneratorBody<?> _, Source _ -> false;
            default -> !dropped;
        };
    }

    /// Whether the body, or one that runs for it, has resources that a close can take away from under it.
    final boolean usesResources() {
        return switch (core) {
            case Execution execution -> execution.usesResources();
            case Seat seat -> seat.usesResources();
            case UpstreamCoroutine operator ->
                operator.source().upstreams().stream().anyMatch(Protocol::usesResources);
            default -> false;
        };
    }

    /// Closes what a body uses that does not answer an interrupt: usually that is what it is stuck in.
    final void releaseResources() {
        switch (core) {
            case Execution execution -> execution.releaseResources();
            case Seat seat -> seat.releaseResources();
            case UpstreamCoroutine operator -> operator.source().upstreams().forEach(Protocol::releaseResources);
            default -> {}
        }
    }
}
