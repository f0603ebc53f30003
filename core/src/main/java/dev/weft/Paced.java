package dev.weft;

import dev.weft.spi.Runtime;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Integrator;
import org.jspecify.annotations.Nullable;

/// The sources and operators of time that read on the consumer's own thread, one element after the other.
final class Paced {

    private Paced() {}

    // ---- sources ----

    static StepSource.Steps timer(Duration delay) {
        return new StepSource.FreeSteps() {
            private boolean over;

            @Override
            @Nullable Object next() throws InterruptedException {
                if (over) {
                    return Execution.END;
                }
                await(now() + Times.nanos(delay), "the end of timer " + Times.show(delay));
                over = true;
                return 0L;
            }
        };
    }

    static StepSource.Steps interval(Duration initialDelay, Duration period) {
        return new StepSource.FreeSteps() {
            private long ticks;
            private long due;

            @Override
            Object next() throws InterruptedException {
                due = ticks == 0 ? now() + Times.nanos(initialDelay) : due + Times.nanos(period);
                await(due, "the next tick of interval " + Times.show(period));
                return ticks++;
            }
        };
    }

    // ---- operators ----

    /// Says nothing for a while; then the source begins.
    static StepSource.Steps delayedStart(Duration by, AsyncIterable<?> source) {
        AsyncGenerator<?> silence = StepSource.generator("silence", new StepSource.FreeSteps() {
            @Override
            @Nullable Object next() throws InterruptedException {
                await(now() + Times.nanos(by), "a delayed start after " + Times.show(by));
                return Execution.END;
            }
        });
        return new ConcatSteps(List.of(silence, source));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> spaced(Duration gap) {
        Times.positive(gap, "gap");
        class Last {
            private boolean given;
            private long next; // the earliest time of the next element
        }
        return Gatherer.<T, Last, T>ofSequential(Last::new, Integrator.ofGreedy((last, element, downstream) -> {
            if (last.given) {
                awaitUnchecked(last.next, "the gap of spaced " + Times.show(gap));
            }
            last.given = true;
            last.next = now() + Times.nanos(gap);
            return downstream.push(element);
        }));
    }

    static <T extends @Nullable Object> Gatherer<T, ?, T> throttleFirst(Duration window) {
        Times.positive(window, "window");
        class Window {
            private boolean opened;
            private long end;
        }
        return Gatherer.<T, Window, T>ofSequential(Window::new, Integrator.ofGreedy((state, element, downstream) -> {
            long now = now();
            if (state.opened && now - state.end < 0) {
                return true;
            }
            state.opened = true;
            state.end = now + Times.nanos(window);
            return downstream.push(element);
        }));
    }

    /// The time since the beginning.
    static <T extends @Nullable Object> Gatherer<T, ?, Timed<T>> timestamped() {
        return timed(begin -> begin);
    }

    /// The time since the element before.
    static <T extends @Nullable Object> Gatherer<T, ?, Timed<T>> elapsed() {
        return timed(_ -> now());
    }

    /// Measures each element from an origin, which begins with the first step and may move with each element.
    private static <T extends @Nullable Object> Gatherer<T, ?, Timed<T>> timed(LongFunction<Long> move) {
        class Origin {
            private long time = now();
        }
        return Gatherer.<T, Origin, Timed<T>>ofSequential(
                Origin::new, Integrator.ofGreedy((origin, element, downstream) -> {
                    var timed = new Timed<T>(Duration.ofNanos(now() - origin.time), element);
                    origin.time = move.apply(origin.time);
                    return downstream.push(timed);
                }));
    }

    // ---- time ----

    private static long now() {
        return Context.current().runtime().now();
    }

    private static void await(long due, String what) throws InterruptedException {
        Wait.until(() -> false, due, new Due(what));
    }

    private static void awaitUnchecked(long due, String what) {
        if (now() - due >= 0) {
            return;
        }
        try {
            await(due, what);
        } catch (InterruptedException e) {
            throw Throw.unchecked(e);
        }
    }

    /// What is waited for.
    private record Due(String what) implements Runtime.Timed {
        @Override
        public String toString() {
            return what;
        }
    }
}
