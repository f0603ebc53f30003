package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// What a patient programmer writes in place of a generator.
final class HandWritten {

    private HandWritten() {}

    /// An iterator, without anything around it.
    static final class Counting implements Iterator<Integer> {
        private final int n;
        private int i;

        Counting(int n) {
            this(0, n);
        }

        Counting(int start, int n) {
            this.i = start;
            this.n = n;
        }

        @Override
        public boolean hasNext() {
            return i < n;
        }

        @Override
        public Integer next() {
            return i++;
        }
    }

    /// The state machine of `for (int i = start; i < n; i++) y.yield(i)`.
    static final class Machine {
        static final Object END = new Object();

        private final int start;
        private final int n;
        private int state;
        private int i;

        Machine(int n) {
            this(0, n);
        }

        Machine(int start, int n) {
            this.start = start;
            this.n = n;
        }

        /// Runs to the next element, or to the end.
        Object resume() {
            switch (state) {
                case 0 -> i = start;
                case 1 -> i++;
                default -> {
                    return END;
                }
            }
            if (i < n) {
                state = 1;
                return i;
            }
            state = 2;
            return END;
        }
    }

    /// What a `for` loop needs, over a state machine that does not know whether it has a next element: the element is
    /// computed when it is asked whether there is one, and kept. Nothing is protected: neither against a second thread
    /// nor against an error.
    static final class LookAhead implements Iterator<Integer> {
        private final Machine machine;
        private Object ahead;

        LookAhead(int n) {
            machine = new Machine(n);
        }

        @Override
        public boolean hasNext() {
            if (ahead == null) {
                ahead = machine.resume();
            }
            return ahead != Machine.END;
        }

        @Override
        public Integer next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var element = (Integer) ahead;
            ahead = null;
            return element;
        }
    }

    /// A stage of a chain of iterators, for chapter L.
    static final class Incremented implements Iterator<Integer> {
        private final Iterator<Integer> source;

        private Incremented(Iterator<Integer> source) {
            this.source = source;
        }

        static Iterator<Integer> times(int length, Iterator<Integer> source) {
            Iterator<Integer> stage = source;
            for (int i = 0; i < length; i++) {
                stage = new Incremented(stage);
            }
            return stage;
        }

        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public Integer next() {
            return source.next() + 1;
        }
    }
}
