package dev.weft;

import dev.weft.spi.Coroutine;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/// A gatherer over a source, in both drives, without an engine.
///
/// What the integrator makes of one element is kept until it returns and is handed on then, in either drive, so that
/// the integrator's own effects stand in the same order towards the consumer's, and a consumer's failure cannot pass
/// through the integrator. When no more is wanted the upstream is closed, and then the finisher runs.
final class GatherSource implements Source {

    private final String name;
    private final AsyncIterable<?> source;
    private final Gatherer<?, ?, ?> gatherer;

    GatherSource(String name, AsyncIterable<?> source, Gatherer<?, ?, ?> gatherer) {
        this.name = name;
        this.source = source;
        this.gatherer = gatherer;
    }

    @Override
    public Coroutine coroutine(Context context) {
        return new Pull();
    }

    @Override
    public @Nullable Object push(Protocol protocol, Sink sink) throws Throwable {
        Stage stage = stage();
        PhasedSink.during(protocol, sink, consumer -> {
            boolean[] wanted = {true};
            Collected.drain(source, element -> {
                boolean more = protocol.seenOutside(() -> stage.integrate(element));
                wanted[0] = stage.handOn(consumer);
                return more && wanted[0];
            });
            if (wanted[0]) {
                protocol.seenOutside(stage::finish);
                stage.handOn(consumer);
            }
        });
        return null;
    }

    /// Makes the gatherer's state. What is read is ours by now, and is closed if that fails.
    private Stage stage() {
        try {
            return Stage.of(gatherer);
        } catch (Throwable failure) {
            throw Throw.unchecked(Upstream.of(source).closeAfter(failure));
        }
    }

    @Override
    public void discard() {
        Upstream upstream = Upstream.of(source);
        upstream.during(() -> {});
    }

    @Override
    public List<Protocol> upstreams() {
        return Source.generatorsAmong(List.of(source));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String site() {
        return "operator " + name;
    }

    /// A gatherer at work, with its state and its output.
    private static final class Stage {
        private static final Object NULL = new Object(); // a deque takes no null

        private final Gatherer.Integrator<Object, Object, Object> integrator;
        private final BiConsumer<Object, Gatherer.Downstream<? super Object>> finisher;
        private final @Nullable Object state;
        private final ArrayDeque<Object> output = new ArrayDeque<>(2);
        private boolean rejecting;

        private final Gatherer.Downstream<Object> downstream = new Gatherer.Downstream<>() {
            @Override
            public boolean push(@Nullable Object element) {
                output.add(element == null ? NULL : element);
                return !rejecting;
            }

            @Override
            public boolean isRejecting() {
                return rejecting;
            }
        };

        private Stage(Gatherer<Object, Object, Object> gatherer) {
            integrator = gatherer.integrator();
            finisher = gatherer.finisher();
            state = gatherer.initializer().get();
        }

        @SuppressWarnings("unchecked") // a gatherer is its own witness that its types fit together
        static Stage of(Gatherer<?, ?, ?> gatherer) {
            return new Stage((Gatherer<Object, Object, Object>) gatherer);
        }

        boolean integrate(@Nullable Object element) {
            return integrator.integrate(Tasks.unchecked(state), Tasks.unchecked(element), downstream);
        }

        boolean finish() {
            finisher.accept(Tasks.unchecked(state), downstream);
            return false;
        }

        boolean hasOutput() {
            return !output.isEmpty();
        }

        @Nullable Object takeOutput() {
            Object element = output.remove();
            return element == NULL ? null : element;
        }

        /// Hands the output on. Returns whether more is wanted.
        boolean handOn(Sink sink) throws Throwable {
            while (!rejecting && hasOutput()) {
                rejecting = !sink.accept(takeOutput());
            }
            return !rejecting;
        }
    }

    /// The pull drive.
    private final class Pull extends UpstreamCoroutine {
        private final Upstream upstream = Upstream.of(source);
        private @Nullable Stage stage; // made by the first step, as it runs the user's code
        private boolean wanted = true;
        private boolean finished;

        Pull() {
            super(GatherSource.this);
        }

        @Override
        @Nullable Object next() throws Throwable {
            if (stage == null) {
                stage = Stage.of(gatherer);
            }
            return next(stage);
        }

        @Override
        public boolean mustBeClosed() {
            return upstream.needsClosing();
        }

        private @Nullable Object next(Stage stage) throws Throwable {
            while (!stage.hasOutput()) {
                if (wanted) {
                    Object element = upstream.next();
                    wanted = !Execution.isEnd(element) && stage.integrate(element);
                } else if (!finished) {
                    upstream.close();
                    finished = true;
                    stage.finish();
                } else {
                    return Execution.END;
                }
            }
            return stage.takeOutput();
        }

        @Override
        void close() throws Throwable {
            upstream.close();
        }
    }
}
