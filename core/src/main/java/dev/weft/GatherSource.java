package dev.weft;

import dev.weft.spi.Coroutine;
import java.util.List;
import java.util.Objects;
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
    private final AsyncIterable<?> base; // what is below all the gatherers below this one
    private final Gatherer<?, ?, ?> gatherer;

    GatherSource(String name, AsyncIterable<?> source, Gatherer<?, ?, ?> gatherer) {
        this.name = name;
        this.source = source;
        this.gatherer = gatherer;
        GatherSource below = source instanceof Generator<?, ?, ?> generator ? generator.gathererOrNull() : null;
        base = below == null ? source : below.base;
    }

    AsyncIterable<?> source() {
        return source;
    }

    Gatherer<?, ?, ?> gatherer() {
        return gatherer;
    }

    @Override
    public Coroutine coroutine(Context context) {
        return new Pull();
    }

    @Override
    public Push pushing(Protocol protocol) {
        return new OperatorPush(consumer -> pushInto(consumer, protocol));
    }

    private void pushInto(Sink consumer, Protocol protocol) throws Throwable {
        Pipeline pipeline = Pipeline.open(protocol, this);
        try {
            push(pipeline, consumer);
        } catch (Throwable failure) {
            pipeline.failed(failure);
            throw failure;
        } finally {
            pipeline.close();
        }
    }

    private static void push(Pipeline pipeline, Sink consumer) throws Throwable {
        var feeding = new Feeding(pipeline, consumer);
        Collected.drain(pipeline.source(), feeding);
        while (feeding.wanted && !pipeline.hasEnded()) {
            pipeline.sourceEnded();
            feeding.wanted = pipeline.handOn(pipeline.poll(), consumer);
        }
    }

    /// Where the source of a pipeline is pushed.
    private static final class Feeding implements Sink {
        private final Pipeline pipeline;
        private final Sink consumer;
        private boolean wanted = true; // whether the consumer wants more

        Feeding(Pipeline pipeline, Sink consumer) {
            this.pipeline = pipeline;
            this.consumer = consumer;
        }

        @Override
        public boolean accept(@Nullable Object element) throws Throwable {
            try {
                wanted = pipeline.handOn(pipeline.feed(element), consumer);
            } catch (Throwable failure) {
                pipeline.closing();
                throw failure;
            }
            if (wanted && pipeline.wantsMore()) {
                return true;
            }
            pipeline.closing();
            return false;
        }
    }

    @Override
    public void discard() {
        AsyncIterable<?> read = source;
        GatherSource below = dropped(read);
        while (below != null) {
            read = below.source;
            below = dropped(read);
        }
        Upstream.of(read).during(() -> {});
    }

    /// Finishes a gatherer that has not begun, if that is what is read.
    private static @Nullable GatherSource dropped(AsyncIterable<?> read) {
        return read instanceof Generator<?, ?, ?> generator ? generator.drop() : null;
    }

    @Override
    public List<Protocol> upstreams() {
        return Source.generatorsAmong(List.of(base));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AsyncIterable<?> operand() {
        return source;
    }

    @Override
    public String site() {
        return "operator " + name;
    }

    /// The pull drive.
    private final class Pull extends UpstreamCoroutine {
        private @Nullable Protocol protocol;
        private @Nullable Pipeline pipeline; // made by the first step, as it runs the user's code
        private Upstream upstream = Upstream.of(source);

        Pull() {
            super(GatherSource.this);
        }

        @Override
        void drivenBy(Protocol protocol) {
            this.protocol = protocol;
        }

        @Override
        public boolean mustBeClosed() {
            return pipeline == null ? Upstream.of(base).needsClosing() : upstream.needsClosing();
        }

        @Override
        @Nullable Object next() throws Throwable {
            Pipeline running = pipeline == null ? open() : pipeline;
            try {
                return next(running);
            } catch (Throwable failure) {
                running.failed(failure);
                throw failure;
            }
        }

        private Pipeline open() {
            var opened = Pipeline.open(Objects.requireNonNull(protocol), GatherSource.this);
            pipeline = opened;
            upstream = Upstream.of(opened.source());
            return opened;
        }

        @SuppressWarnings("ReferenceEquality") // it is one object
        private @Nullable Object next(Pipeline running) throws Throwable {
            Object element = running.isDrained() ? Pipeline.MORE : running.poll();
            while (element == Pipeline.MORE) {
                element = running.wantsMore() ? read(running) : closeSource(running);
            }
            return element;
        }

        private @Nullable Object read(Pipeline running) throws Throwable {
            Object element = upstream.next();
            return Core.isEnd(element) ? closeSource(running) : running.feed(element);
        }

        private @Nullable Object closeSource(Pipeline running) throws Throwable {
            running.closing();
            upstream.close();
            running.sourceEnded();
            return running.poll();
        }

        @Override
        void close() throws Throwable {
            if (pipeline != null) {
                pipeline.closing();
            }
            try {
                upstream.close();
            } finally {
                if (pipeline != null) {
                    pipeline.close();
                }
            }
        }
    }
}
