package dev.weft;

import org.jspecify.annotations.Nullable;

/// The operators that make at most one element of each, at work.
final class Links {

    private Links() {}

    static final class Mapping<T extends @Nullable Object> extends Link<T> {
        private final CheckedFunction<? super T, ?> function;

        Mapping(CheckedFunction<? super T, ?> function) {
            this.function = function;
        }

        @Override
        @Nullable Object through(T element) throws Exception {
            return function.apply(element);
        }

        @Override
        @Nullable Object rise(T element) {
            Object made = call(element);
            Link<Object> next = next();
            return next == null ? made : next.rise(Tasks.unchecked(made));
        }
    }

    static final class MappingToSome<T extends @Nullable Object> extends Link<T> {
        private final CheckedFunction<? super T, ?> function;

        MappingToSome(CheckedFunction<? super T, ?> function) {
            this.function = function;
        }

        @Override
        @Nullable Object through(T element) throws Exception {
            Object made = function.apply(element);
            return made == null ? Pipeline.MORE : made;
        }
    }

    static final class Scanning<T extends @Nullable Object, R extends @Nullable Object> extends Link<T> {
        private final CheckedBiFunction<? super R, ? super T, ? extends R> function;
        private R last;

        Scanning(R initial, CheckedBiFunction<? super R, ? super T, ? extends R> function) {
            this.function = function;
            last = initial;
        }

        @Override
        @Nullable Object through(T element) throws Exception {
            last = function.apply(last, element);
            return last;
        }
    }

    static final class Numbering<T extends @Nullable Object> extends Link<T> {
        private long next;

        @Override
        Object through(T element) {
            return new Indexed<>(next++, element);
        }
    }

    static final class Filtering<T extends @Nullable Object> extends Link<T> {
        private final CheckedPredicate<? super T> predicate;

        Filtering(CheckedPredicate<? super T> predicate) {
            this.predicate = predicate;
        }

        @Override
        @Nullable Object through(T element) throws Exception {
            return predicate.test(element) ? element : Pipeline.MORE;
        }

        /// Handles no value that is either an element or [Pipeline#MORE]: so the compiler can do without the boxes of
        /// elements.
        @Override
        @Nullable Object rise(T element) {
            boolean passes;
            try {
                passes = predicate.test(element);
            } catch (Throwable thrown) {
                throw failed(thrown);
            }
            if (!passes) {
                return Pipeline.MORE;
            }
            Link<Object> next = next();
            return next == null ? element : next.rise(Tasks.unchecked(element));
        }
    }

    static final class Taking<T extends @Nullable Object> extends Link<T> {
        private long left;

        Taking(long count) {
            left = count;
        }

        @Override
        @Nullable Object through(T element) {
            left--;
            return element;
        }

        @Override
        boolean isFull() {
            return left == 0;
        }

        @Override
        @Nullable Object rise(T element) {
            if (--left == 0) {
                full();
            }
            Link<Object> next = next();
            return next == null ? element : next.rise(Tasks.unchecked(element));
        }
    }

    /// Takes all up to an element, with that one or without it.
    static final class TakingTo<T extends @Nullable Object> extends Link<T> {
        private final CheckedPredicate<? super T> isEnd;
        private final boolean withEnd;
        private boolean full;

        TakingTo(CheckedPredicate<? super T> isEnd, boolean withEnd) {
            this.isEnd = isEnd;
            this.withEnd = withEnd;
        }

        @Override
        @Nullable Object through(T element) throws Exception {
            full = isEnd.test(element);
            return full && !withEnd ? Pipeline.MORE : element;
        }

        @Override
        boolean isFull() {
            return full;
        }
    }

    static final class Dropping<T extends @Nullable Object> extends Link<T> {
        private long left;

        Dropping(long count) {
            left = count;
        }

        @Override
        @Nullable Object through(T element) {
            if (left == 0) {
                return element;
            }
            left--;
            return Pipeline.MORE;
        }
    }

    static final class DroppingWhile<T extends @Nullable Object> extends Link<T> {
        private final CheckedPredicate<? super T> predicate;
        private boolean over;

        DroppingWhile(CheckedPredicate<? super T> predicate) {
            this.predicate = predicate;
        }

        @Override
        @Nullable Object through(T element) throws Exception {
            over = over || !predicate.test(element);
            return over ? element : Pipeline.MORE;
        }
    }
}
