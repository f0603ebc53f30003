package dev.weft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How an operator of time holds elements back, for [HoldingSteps], which knows the time and does the waiting.
///
/// What is held and not due yet is *open*: the next element may replace it or join it.
abstract class Holding {

    private static final int TWO = 2; // one that is due, and one that may be open
    private static final int MANY = 256; // those that are all on their way

    /// What is held back, and from when on it may be taken.
    record Held(@Nullable Object what, long due) {}

    /// How many can be held. The source is not asked for more until one of them is taken.
    int room() {
        return TWO;
    }

    /// The source is asked for the first time.
    void begin(long now) {}

    /// How long an element has to be held, if the user says so. Runs before the element counts as come.
    long span(@Nullable Object element) throws Exception {
        return 0;
    }

    /// Holds an element that has come.
    ///
    /// @param open what is held and still open, which this takes the place of, or `null`
    /// @param now when the element came
    /// @param span what [#span(Object)] said of it
    abstract Held hold(@Nullable Held open, @Nullable Object element, long now, long span);

    /// Whether what is held can be open at all.
    boolean opens() {
        return true;
    }

    /// When the end is due of a source that has ended now. All that is held then is due with it.
    long end(long now) {
        return now;
    }

    /// What the consumer gets for what was held.
    @Nullable Object give(@Nullable Object what) {
        return what;
    }

    // ---- the operators ----

    static Holding debounce(Duration quiet) {
        Times.positive(quiet, "quiet");
        return new Holding() {
            @Override
            Held hold(@Nullable Held open, @Nullable Object element, long now, long span) {
                return new Held(element, now + Times.nanos(quiet));
            }
        };
    }

    static <T extends @Nullable Object> Holding debounce(CheckedFunction<? super T, Duration> quiet) {
        Objects.requireNonNull(quiet, "quiet");
        return new Holding() {
            @Override
            long span(@Nullable Object element) throws Exception {
                return Times.nanos(Times.notNegative(quiet.apply(Tasks.<T>unchecked(element)), "quiet of " + element));
            }

            @Override
            Held hold(@Nullable Held open, @Nullable Object element, long now, long span) {
                return new Held(element, now + span);
            }
        };
    }

    static Holding throttleLast(Duration window) {
        Times.positive(window, "window");
        return new Holding() {
            @Override
            Held hold(@Nullable Held open, @Nullable Object element, long now, long span) {
                return new Held(element, open == null ? now + Times.nanos(window) : open.due);
            }
        };
    }

    static Holding sample(Duration period) {
        long length = Times.nanos(Times.positive(period, "period"));
        return new Holding() {
            private long begin;

            @Override
            void begin(long now) {
                begin = now;
            }

            @Override
            Held hold(@Nullable Held open, @Nullable Object element, long now, long span) {
                return new Held(element, now + length - (now - begin) % length);
            }
        };
    }

    static Holding chunked(int size, Duration window) {
        if (size <= 0) {
            throw new IllegalArgumentException("size must be positive, was " + size);
        }
        Times.positive(window, "window");
        return new Holding() {
            @Override
            Held hold(@Nullable Held open, @Nullable Object element, long now, long span) {
                List<@Nullable Object> chunk =
                        open == null ? new ArrayList<@Nullable Object>() : Tasks.unchecked(open.what);
                chunk.add(element);
                if (chunk.size() == size) {
                    return new Held(chunk, now);
                }
                return new Held(chunk, open == null ? now + Times.nanos(window) : open.due);
            }

            @Override
            Object give(@Nullable Object what) {
                return Collections.unmodifiableList(Tasks.<List<@Nullable Object>>unchecked(what));
            }
        };
    }

    static Holding delay(Duration by) {
        Times.notNegative(by, "by");
        return new Holding() {
            @Override
            int room() {
                return MANY;
            }

            @Override
            Held hold(@Nullable Held open, @Nullable Object element, long now, long span) {
                return new Held(element, end(now));
            }

            @Override
            boolean opens() {
                return false;
            }

            @Override
            long end(long now) {
                return now + Times.nanos(by);
            }
        };
    }
}
