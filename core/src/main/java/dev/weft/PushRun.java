package dev.weft;

import java.util.Objects;
import java.util.function.Consumer;
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
/// The outermost body of a generator yields to the push itself, with no [PlainYielder] in between.
///
/// - **Source**: rules W4, W8 and W9.
final class PushRun extends Push implements Emission, Yielder<@Nullable Object> {

    private static final int MAX_DEPTH = 128;

    private final Protocol protocol;
    private final BodySource source;
    private final Context outside = Context.current();
    private final Surroundings surroundings;
    private final Level outermost;
    private Level innermost; // whose body runs
    private int depth;
    private @Nullable GeneratorExit exit; // not null once the body is to unwind
    private @Nullable Throwable failure; // the consumer's
    private boolean refusedByConsumer;

    PushRun(Protocol protocol, BodySource source) {
        this.protocol = protocol;
        this.source = source;
        surroundings = new Surroundings(protocol, outside.innermost());
        outermost = new Level(protocol.execution());
        innermost = outermost;
    }

    @Override
    @Nullable Object run() throws Throwable {
        return outside.forBody(surroundings).call(this::runInside);
    }

    private @Nullable Object runInside() throws Throwable {
        @Nullable Object result = null;
        @Nullable Throwable thrown = null;
        try {
            result = during(source::call);
        } catch (Throwable t) {
            thrown = t;
        }
        if (exit == null) {
            if (thrown != null) {
                throw protocol.execution().asSeenOutside(thrown);
            }
            return result;
        }
        afterExit(ExitReport.of(protocol, thrown, outermost.refused > 0));
        return null;
    }

    /// The body has unwound. Who stopped the push gets what went wrong in it; a failure of the consumer stays primary.
    private void afterExit(@Nullable Throwable error) throws Throwable {
        Closing closer = closing();
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

    // ---- what the outermost body yields to ----

    @Override
    public @Nullable Object emit(@Nullable Object value) {
        if (isPlain()) {
            handOver(value, false);
            return null;
        }
        return outermost.emit(value);
    }

    @Override
    public @Nullable Object delegate(Protocol inner) {
        return outermost.delegate(inner);
    }

    @Override
    public BodyPlace place() {
        return outermost.place;
    }

    @Override
    public Yielder<?> yielder() {
        return this;
    }

    @Override
    public void yield(@Nullable Object value) {
        emit(value);
    }

    @Override
    public <R extends @Nullable Object> R yieldAll(Dialogue<?, ?, R> inner) {
        Objects.requireNonNull(inner, "inner");
        return Tasks.unchecked(delegate((Protocol) inner));
    }

    @Override
    public void yieldAll(AsyncIterable<?> inner) {
        Objects.requireNonNull(inner, "inner");
        emitAll(inner);
    }

    @Override
    public <A extends AutoCloseable> A use(A resource) {
        return Emission.super.use(resource);
    }

    @Override
    public @Nullable Object part(BodyCall body) throws Throwable {
        try {
            return Emission.super.part(body);
        } finally {
            care(true);
        }
    }

    /// Gives the consumer an element, as its turn has come.
    ///
    /// @return whether the consumer wants more
    private boolean give(@Nullable Object element) throws Throwable {
        Consumer<@Nullable Object> direct = function();
        if (direct == null) {
            return sink().accept(element);
        }
        direct.accept(element);
        return true;
    }

    private void handOver(@Nullable Object value, boolean withCare) {
        enterConsumer();
        boolean more = false;
        try {
            more = give(value);
        } catch (Throwable t) {
            failure = t;
        }
        if (!leaveConsumer(more, withCare)) {
            refusedByConsumer = !more;
            exit = new GeneratorExit();
            throw exit;
        }
    }

    /// Finds out what is to be seen to at the next yield of the outermost body.
    private void look() {
        care(innermost != outermost || surroundings.hasOpenScopes());
    }

    /// Where the bodies run.
    private final class Surroundings extends Activation {

        Surroundings(Protocol protocol, @Nullable Activation outer) {
            super(protocol, outer);
        }

        @Override
        boolean ownsThread() {
            return false;
        }

        @Override
        boolean inConsumer() {
            return PushRun.this.inConsumer();
        }

        @Override
        void open(CancelScope scope) {
            super.open(scope);
            look();
        }

        @Override
        void close(CancelScope scope) {
            super.close(scope);
            look();
        }
    }

    /// One body of the push.
    private final class Level implements Emission {

        private final Execution execution;
        private final BodyPlace place;
        private int refused;

        Level(Execution execution) {
            this.execution = execution;
            place = new BodyPlace(execution.name(), new Resources());
            execution.uses(place.resources());
        }

        @Override
        public BodyPlace place() {
            return place;
        }

        @Override
        public @Nullable Object emit(@Nullable Object value) {
            checkTurn();
            refuseAfterExit();
            surroundings.suspendScopes();
            try {
                handOver(value, true);
            } finally {
                surroundings.resumeScopes();
            }
            return null;
        }

        @SuppressWarnings("ReferenceEquality") // it is one object
        private void checkTurn() {
            place.check();
            if (innermost != this || inConsumer()) {
                throw place.misplaced("was used while its consumer or a body that it delegates to runs");
            }
        }

        private void refuseAfterExit() {
            if (exit != null) {
                refused++;
                throw exit;
            }
        }

        @Override
        public @Nullable Object delegate(Protocol inner) {
            checkTurn();
            if (exit != null) {
                closeRefused(inner);
            }
            return switch (inner.take(protocol)) {
                case ENDED -> inner.resultOrNull();
                case BUSY -> throw GeneratorStateException.inUse(inner.name());
                case FRESH ->
                    inner.execution().source() instanceof BodySource body && depth < MAX_DEPTH
                            ? pushTaken(inner, body)
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

        private @Nullable Object pushTaken(Protocol inner, BodySource body) {
            Execution taken = inner.execution();
            taken.beginNested();
            var level = new Level(taken);
            @Nullable Object result = null;
            @Nullable Throwable thrown = null;
            enter(level);
            try {
                result = level.during(body::call);
            } catch (Throwable t) {
                thrown = t;
            }
            leave();
            taken.finish(thrown, result);
            inner.endTaken();
            @Nullable Throwable error;
            if (exit == null) {
                error = thrown == null ? null : taken.asSeenOutside(thrown);
            } else {
                error = ExitReport.of(taken.protocol(), thrown, level.refused > 0);
                error = error == null ? exit : error;
            }
            if (error != null) {
                throw Throw.unchecked(error);
            }
            return result;
        }

        private void enter(Level inner) {
            depth++;
            innermost = inner;
            execution.delegatesTo(inner.execution);
            look();
        }

        private void leave() {
            depth--;
            innermost = this;
            execution.delegatesTo(null);
            look();
        }

        private @Nullable Object pullTaken(Protocol inner) {
            Execution taken = inner.execution();
            try {
                taken.handOver();
                execution.delegatesTo(taken);
                while (true) {
                    Object element = taken.resume(null, null);
                    if (Core.isEnd(element)) {
                        return taken.resultOrNull();
                    }
                    emitPulled(taken, element);
                }
            } catch (Throwable t) {
                throw Throw.unchecked(t);
            } finally {
                execution.delegatesTo(null);
                inner.endTaken();
            }
        }

        private void emitPulled(Execution taken, @Nullable Object element) throws Throwable {
            try {
                emit(element);
            } catch (Throwable t) {
                taken.exit();
                throw t;
            }
        }
    }
}
