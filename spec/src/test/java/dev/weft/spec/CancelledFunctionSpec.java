package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A function of an operator that waits is cancelled with its consumer, and the source is closed before that is known.
/// Nobody watches here, and so operators of one element each call the next one directly.
@Timeout(60)
class CancelledFunctionSpec {

    /// An operator with a function that says that it waits, and waits.
    private interface Operator extends BiFunction<AsyncGenerator<Integer>, Waiting, AsyncGenerator<?>> {}

    private enum Drive {
        PULLED {
            @Override
            void read(AsyncGenerator<?> generator) {
                try (generator) {
                    for (Object element : generator) {
                        assertThat(element).isNotNull();
                    }
                }
            }
        },
        PUSHED {
            @Override
            void read(AsyncGenerator<?> generator) {
                generator.forEach(element -> assertThat(element).isNotNull());
            }
        };

        abstract void read(AsyncGenerator<?> generator);
    }

    private static final class Waiting {
        private final CountDownLatch begun = new CountDownLatch(1);

        <R> R here() throws InterruptedException {
            begun.countDown();
            Async.sleep(Duration.ofDays(1));
            throw new AssertionError("nobody waits for a day");
        }
    }

    static Stream<Arguments> operators() {
        var all = new ArrayList<Arguments>();
        for (Drive drive : Drive.values()) {
            add(all, drive, "map", (source, waiting) -> source.map(_ -> waiting.here()));
            add(all, drive, "mapNotNull", (source, waiting) -> source.mapNotNull(_ -> waiting.here()));
            add(all, drive, "filter", (source, waiting) -> source.filter(_ -> waiting.<Boolean>here()));
            add(all, drive, "scan", (source, waiting) -> source.scan(0, (_, _) -> waiting.<Integer>here()));
            add(all, drive, "takeWhile", (source, waiting) -> source.takeWhile(_ -> waiting.<Boolean>here()));
            add(all, drive, "takeUntil", (source, waiting) -> source.takeUntil(_ -> waiting.<Boolean>here()));
            add(all, drive, "dropWhile", (source, waiting) -> source.dropWhile(_ -> waiting.<Boolean>here()));
            add(
                    all,
                    drive,
                    "amidst others",
                    (source, waiting) -> source.filter(number -> number > 0)
                            .map(_ -> waiting.<Integer>here())
                            .drop(1)
                            .enumerate());
        }
        return all.stream();
    }

    private static void add(List<Arguments> all, Drive drive, String name, Operator operator) {
        all.add(argumentSet(name + ", " + drive, drive, operator));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aWaitOfItsFunctionIsCancelledAndTheSourceIsClosed(Drive drive, Operator operator) throws Exception {
        var waiting = new Waiting();
        var closed = new AtomicBoolean();
        Async.run(() -> {
            AsyncGenerator<Integer> source = Async.generator(y -> {
                try {
                    for (int i = 0; ; i++) {
                        y.yield(i);
                    }
                } finally {
                    closed.set(true);
                }
            });
            Task<Void> reader = Async.spawn(() -> {
                drive.read(operator.apply(source, waiting));
                return null;
            });
            waiting.begun.await();

            reader.cancel();

            assertThatThrownBy(reader::await).isInstanceOf(CancellationException.class);
            assertThat(closed).isTrue();
            return null;
        });
    }
}
