package dev.weft;

import dev.weft.spi.Carrier;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The running side of a generator: its coroutine, where it was started, and how it ended.
///
/// Knows what a step, a push and an exit do to a body, but not when they are allowed: [Protocol] sees to that, and to
/// it that calls do not overlap and that each happens after the one before.
final class Execution extends Told {

    /// What [#resume(Object, Throwable)] returns at the end: no element, and no value of any user.
    static final Object END = Coroutine.END;

    /// How often a close throws GeneratorExit at yields that answer it, before it gives the body up.
    static final int MAX_EXITS = 100;

    private final Source source;
    private final Protocol protocol;
    private @Nullable Coroutine coroutine;
    private LeakGuard.@Nullable Watch watch;
    private @Nullable Object result;
    private boolean completed; // whether there is a result
    private volatile @Nullable Context driver; // of a body on a thread of its own
    private volatile @Nullable Resources resources; // of a body that runs
    private volatile @Nullable Execution delegate; // what runs in its place
    private volatile @Nullable Protocol owner; // what it runs in place of
    private Carrier.@Nullable Restorer captured; // for another thread that runs the body
    private @Nullable Push push; // if it is one
    private volatile @Nullable Waiting ownThread; // of a body on a thread of its own, in a run

    Execution(Source source, Protocol protocol) {
        this.source = source;
        this.protocol = protocol;
    }

    // ---- beginning ----

    /// Has the run and the leak guard look after the coroutine.
    ///
    /// @param made the coroutine, if it was made already
    void begin(Generator<?, ?, ?> handle, @Nullable Coroutine made) {
        startTelling();
        drive(made == null ? source.coroutine(home()) : made);
        Context context = home();
        if (context.scope() != null) {
            context.scope().opened(protocol);
        }
        watch = Kernel.KERNEL.leakGuard().watch(handle, protocol);
    }

    private void drive(Coroutine made) {
        coroutine = made;
        source.drivenBy(protocol);
        capture();
        if (made instanceof UpstreamCoroutine operator) {
            operator.drivenBy(protocol);
        }
        if (isObserved() && source instanceof BodySource body) {
            tellFallbacks(body);
        }
    }

    /// Takes down what the calling thread has and another one that runs the body is to have.
    void capture() {
        captured = home().setting().capture();
    }

    Carrier.@Nullable Restorer captured() {
        return captured;
    }

    /// Prepares for a push.
    void beginPush() {
        push = source.pushing(protocol);
    }

    /// Goes on with a coroutine that had nothing around it so far.
    void adopt(Coroutine begun) {
        coroutine = begun;
        settle(Context.current().detached(), source);
    }

    private void startTelling() {
        Context context = Context.current().detached();
        settle(context, source);
        tell(Event.Kind.BODY_STARTED, null);
        if (context.scope() != null) {
            context.scope().begins(protocol);
        }
    }

    // ---- running ----

    /// Runs the body to its next value, which is returned, or to its end.
    @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        Coroutine running = running();
        if (isObserved()) {
            tellResumed(thrown == null ? sent : thrown);
        }
        @Nullable Object value;
        try {
            value = isObserved() ? InlineActivation.resume(this, running, sent, thrown) : running.resume(sent, thrown);
            if (value instanceof Delegation request) {
                var stack = new DelegationStack(running, protocol);
                coroutine = stack;
                running = stack;
                value = stack.begin(request);
            }
        } catch (Throwable failure) {
            finish(failure, null);
            tellConsumer(Event.Kind.WOKEN);
            throw seenFrom(running, failure);
        }
        if (Core.isEnd(value)) {
            finish(null, running.result());
            tellConsumer(Event.Kind.WOKEN);
            return END;
        }
        if (driver != null) {
            driver = null; // a suspended generator keeps nothing of who drove it
        }
        if (isObserved()) {
            tellYielded(value);
        }
        return value;
    }

    /// Throws GeneratorExit at the yield, and at each yield that answers it, until the body has ended.
    void exit() throws Throwable {
        Coroutine running = running();
        tellClosing();
        var exit = new GeneratorExit();
        if (running instanceof DelegationStack stack) {
            stack.closeWith(exit);
        }
        int refused = 0;
        @Nullable Throwable failure = null;
        @Nullable Object value = null;
        try {
            while (!Core.isEnd(InlineActivation.resume(this, running, null, exit))) {
                if (++refused == MAX_EXITS) {
                    running.abandon();
                    failure = exit;
                    break;
                }
            }
            value = failure == null ? running.result() : null;
        } catch (Throwable t) {
            failure = t;
        }
        finish(failure, value);
        Throwable error = ExitReport.of(protocol, failure, refused > 0);
        if (error != null) {
            throw seenFrom(running, error);
        }
    }

    /// Runs a body that never started to its end, into `sink`, on the calling thread.
    ///
    /// What the source lets out is what its consumers see; what `sink` lets out comes out as it is.
    void push(Sink sink) throws Throwable {
        startTelling();
        RunScope scope = home().scope();
        if (scope != null) {
            scope.pushing(protocol);
        }
        Sink target = sink;
        if (isObserved()) {
            tellResumed(null);
            target = element -> pushTelling(element, sink);
        }
        try {
            finish(null, Objects.requireNonNull(push).run(target));
        } catch (Throwable failure) {
            finish(failure, null);
            throw Traces.of(failure);
        } finally {
            tellConsumer(Event.Kind.WOKEN);
        }
    }

    private boolean pushTelling(@Nullable Object element, Sink sink) throws Throwable {
        tellYielded(element);
        boolean more = false;
        try {
            more = sink.accept(element);
        } finally {
            if (more) {
                tellResumed(null);
            } else {
                tellConsumer(Event.Kind.AWAITING);
                tellClosing();
            }
        }
        return more;
    }

    /// What the thread that calls this waits for, which is one of the body's own, if the body belongs to a run.
    @Nullable Waiting ownThread() {
        if (home().scope() == null) {
            return null;
        }
        var waiting = new Waiting();
        waiting.on(Thread.currentThread());
        ownThread = waiting;
        return waiting;
    }

    /// What the body's own thread waits for, if it has one.
    @Nullable Waiting ownThreadOrNull() {
        return ownThread;
    }

    /// The generator that runs in its place.
    @Nullable Execution delegate() {
        return delegate;
    }

    /// Names what the body uses, so that a close can reach it.
    void uses(Resources resources) {
        this.resources = resources;
    }

    /// Names the generator that runs in place of this one, or `null` when it has ended.
    void delegatesTo(@Nullable Execution inner) {
        delegate = inner;
    }

    /// Whether the body, or one that runs for it, has resources that a close can take away from under it.
    boolean usesResources() {
        Resources current = resources;
        Execution inner = delegate;
        return (current != null && !current.isEmpty())
                || (inner != null && inner.usesResources())
                || source.upstreams().stream().anyMatch(Protocol::usesResources);
    }

    /// Closes what a body uses that does not answer an interrupt: usually that is what it is stuck in.
    void releaseResources() {
        Execution inner = delegate;
        if (inner != null) {
            inner.releaseResources();
        }
        source.upstreams().forEach(Protocol::releaseResources);
        Resources current = resources;
        Throwable failure = current == null ? null : current.close(null);
        if (failure != null) {
            home().reportLate(
                            failure,
                            subject(),
                            "closing a resource of " + name() + " failed, while its body was stuck");
        }
    }

    /// Notes that another generator runs this one's source in its own place.
    void beginNested() {
        startTelling();
    }

    /// Hands the coroutine over to another generator, which drives it from now on.
    Coroutine handOver() {
        release();
        Coroutine begun = coroutine;
        if (begun == null) {
            startTelling();
            begun = source.coroutine(home());
            drive(begun);
        }
        return begun;
    }

    /// Whether a body has begun that may not have ended.
    boolean hasCoroutine() {
        return coroutine != null;
    }

    private Coroutine running() {
        Coroutine running = Objects.requireNonNull(coroutine);
        if (!running.inline() || running instanceof DelegationStack) {
            driver = Context.current();
        }
        return running;
    }

    // ---- ending ----

    /// Notes the end of the body.
    void finish(@Nullable Throwable failure, @Nullable Object result) {
        this.result = failure == null ? result : null;
        completed = failure == null;
        coroutine = null;
        driver = null;
        resources = null;
        ownThread = null;
        tell(Event.Kind.BODY_ENDED, failure);
        release();
    }

    private void release() {
        LeakGuard.Watch watching = watch;
        if (watching != null) {
            watch = null;
            watching.cancel();
        }
        Context from = homeOrNull();
        if (from != null && from.scope() != null) {
            from.scope().ended(protocol);
        }
    }

    /// A body's failure as its consumer sees it.
    Throwable asSeenOutside(Throwable failure) {
        return protocol.asSeenOutside(failure);
    }

    private Throwable seenFrom(Coroutine ran, Throwable failure) {
        return asSeenOutside(Traces.ofBody(failure, ran));
    }

    /// Ends the execution of a generator that another one has joined.
    ///
    /// @param asked whether it was asked for an element, and has none
    void endJoined(@Nullable Throwable failure, boolean asked) {
        finish(failure, null);
        if (asked) {
            tellConsumer(Event.Kind.WOKEN);
        }
        protocol.endTaken();
    }

    // ---- questions ----

    /// The context of the thread that drives this body, if the body has one of its own.
    @Nullable Context driver() {
        return driver;
    }

    boolean completed() {
        return completed;
    }

    /// The generator that this one runs in place of, or `null`.
    @Nullable Protocol owner() {
        return owner;
    }

    void owner(@Nullable Protocol outer) {
        owner = outer;
    }

    /// The push that runs it, or `null` if it is pulled.
    @Nullable Push push() {
        return push;
    }

    @Nullable Object resultOrNull() {
        return result;
    }

    Source source() {
        return source;
    }

    Protocol protocol() {
        return protocol;
    }

    /// Whether something would be lost if the generator were dropped now.
    boolean mustBeClosed() {
        return coroutine != null && coroutine.mustBeClosed();
    }

    /// Whether somebody watches a body.
    boolean isTold() {
        return isObserved() && source instanceof BodySource;
    }

    String name() {
        return source.name();
    }

    /// The name and, unless that says it, the place where the generator was made.
    String describe() {
        String name = FullName.of(source);
        String site = source.site();
        return name.contains(site) ? name : name + ", made at " + site + ",";
    }
}
