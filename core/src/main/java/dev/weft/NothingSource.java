package dev.weft;

import dev.weft.spi.Coroutine;
import org.jspecify.annotations.Nullable;

/// No element of a source, which is closed unread.
final class NothingSource implements Source {

    private final String name;
    private final AsyncIterable<?> source;

    NothingSource(String name, AsyncIterable<?> source) {
        this.name = name;
        this.source = source;
    }

    @Override
    public Coroutine coroutine(Context context) {
        Upstream upstream = Upstream.of(source);
        return new UpstreamCoroutine(this) {
            @Override
            @Nullable Object next() {
                return Execution.END;
            }

            @Override
            void close() throws Throwable {
                upstream.close();
            }
        };
    }

    @Override
    public Push pushing(Protocol protocol) {
        return new OperatorPush(_ -> discard());
    }

    @Override
    public void discard() {
        Upstream.of(source).during(() -> {});
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String site() {
        return "operator " + name;
    }
}
