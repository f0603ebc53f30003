package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A body driven at its own pace, on the consumer's thread: a yield is a call of the consumer.
///
/// The order of events is that of a pull. A failure of the consumer never appears in the body: the body sees
/// GeneratorExit at its yield, unwinds, and then the failure goes on, unchanged. The same happens, without a failure,
/// when the consumer wants no more or another task closes the generator.
///
/// Bodies that delegate share one push: the innermost yields straight into the consumer. Below [#MAX_DEPTH] the inner
/// generator is pulled instead, so that the stack does not grow with the nesting.
///
/// - **Source**: rules W4, W8 and W9.
final class PushRun extends Activation {

    private static final int MAX_DEPTH = 128;

    private final Protocol protocol;
    private final Sink sink;
    private final Context outside = Context.current();
    private int depth;
    private @Nullable Emission running; // the innermost body
    private final PushPhase phase;
    private @Nullable GeneratorExit exit; // not null once the body is to unwind
    private @Nullable Throwable failure; // the consumer's
    private boolean refusedByConsumer;

    private PushRun(Protocol protocol, Sink sink) {
        super(protocol, Context.current().innermost());
        this.protocol = protocol;
        this.sink = sink;
        phase = Objects.requireNonNull(protocol.execution().phase());
    }

    /// Runs a generator's body into `sink`.
    ///
    /// @return the body's result, or `null` if it was stopped
    static @Nullable Object run(Protocol protocol, Sink sink, BodySource source) throws Throwable {
        var run = new PushRun(protocol, sink);
        return run.outside.forBody(run).call(() -> run.outermost(source::call));
    }

    private @Nullable Object outermost(Emission.BodyCall body) throws Throwable {
        var emission = new PushEmission(protocol);
        running = emission;
        @Nullable Object result = null;
        @Nullable Throwable thrown = null;
        try {
            result = emission.during(body);
        } catch (Throwable t) {
            thrown = t;
        }
        if (exit == null) {
            if (thrown != null) {
                throw protocol.execution().asSeenOutside(thrown);
            }
            return result;
        }
        afterExit(ExitReport.of(protocol, thrown, emission.refused > 0));
        return null;
    }

    /// The body has unwound. Who stopped the push gets what went wrong in it; a failure of the consumer stays primary.
    private void afterExit(@Nullable Throwable error) throws Throwable {
        Closing closer = phase.closing();
        if (error != null && closer != null) {
            closer.unwoundWith(error);
        }
        if (failure != null) {
            throw error == null ? failure : Throw.both(failure, error);
        }
        if (error != null && (refusedByConsumer || closer == null)) {
            throw error;
        }
    }

    @Override
    boolean ownsThread() {
        return false;
    }

    @Override
    boolean inConsumer() {
        return phase.inConsumer();
    }

    /// The exit to throw at the yield, if this was the last element that anybody wanted; else `null`.
    private @Nullable GeneratorExit leaveConsumer(boolean more) {
        if (phase.leaveConsumer(more)) {
            return null;
        }
        refusedByConsumer = !more;
        exit = new GeneratorExit();
        return exit;
    }

    /// One body of the push.
    private final class PushEmission extends Emission {

        private final Execution level;
        private int refused;

        PushEmission(Protocol level) {
            this(level, new Resources());
        }

        private PushEmission(Protocol level, Resources resources) {
            super(level.name(), resources);
            this.level = level.execution();
            this.level.uses(resources);
        }

        @Override
        @Nullable Object emit(@Nullable Object value) {
            checkTurn();
            refuseAfterExit();
            boolean scopes = hasOpenScopes();
            if (scopes) {
                suspendScopes();
            }
            phase.enterConsumer();
            boolean more = false;
            try {
                more = sink.accept(value);
            } catch (Throwable t) {
                failure = t;
            }
            GeneratorExit stop = leaveConsumer(more);
            if (scopes) {
                resumeScopes();
            }
            if (stop != null) {
                throw stop;
            }
            return null;
        }

        private void checkTurn() {
            checkPlace();
            if (running != this || phase.inConsumer()) {
                throw misplaced("was used while its consumer or a body that it delegates to runs");
            }
        }

        private void refuseAfterExit() {
            if (exit != null) {
                refused++;
                throw exit;
            }
        }

        @Override
        @Nullable Object delegate(Protocol inner) {
            checkTurn();
            if (exit != null) {
                closeRefused(inner);
            }
            return switch (inner.take(protocol)) {
                case ENDED -> inner.resultOrNull();
                case BUSY -> throw GeneratorStateException.inUse(inner.name());
                case FRESH ->
                    inner.execution().source() instanceof BodySource source && depth < MAX_DEPTH
                            ? pushTaken(inner, source)
                            : pullTaken(inner);
                case STARTED -> pullTaken(inner);
            };
        }

        private void closeRefused(Protocol inner) {
            try {
                inner.awaitClosed();
            } catch (Throwable t) {
                throw Throw.unchecked(t);
            }
            refuseAfterExit();
        }

        private @Nullable Object pushTaken(Protocol inner, BodySource source) {
            Execution execution = inner.execution();
            execution.beginNested();
            var emission = new PushEmission(inner);
            @Nullable Object result = null;
            @Nullable Throwable thrown = null;
            depth++;
            running = emission;
            level.delegatesTo(execution);
            try {
                result = emission.during(source::call);
            } catch (Throwable t) {
                thrown = t;
            }
            depth--;
            running = this;
            level.delegatesTo(null);
            execution.finish(thrown, result);
            inner.endTaken();
            @Nullable Throwable error;
            if (exit == null) {
                error = thrown == null ? null : execution.asSeenOutside(thrown);
            } else {
                error = ExitReport.of(execution.protocol(), thrown, emission.refused > 0);
                error = error == null ? exit : error;
            }
            if (error != null) {
                throw Throw.unchecked(error);
            }
            return result;
        }

        private @Nullable Object pullTaken(Protocol inner) {
            Execution execution = inner.execution();
            try {
                execution.handOver();
                level.delegatesTo(execution);
                while (true) {
                    Object element = execution.resume(null, null);
                    if (Execution.isEnd(element)) {
                        return execution.resultOrNull();
                    }
                    emitPulled(execution, element);
                }
            } catch (Throwable t) {
                throw Throw.unchecked(t);
            } finally {
                level.delegatesTo(null);
                inner.endTaken();
            }
        }

        private void emitPulled(Execution execution, @Nullable Object element) throws Throwable {
            try {
                emit(element);
            } catch (Throwable t) {
                execution.exit();
                throw t;
            }
        }
    }
}
