package dev.weft.benchmarks;

import org.openjdk.jmh.annotations.CompilerControl;

/// Takes elements and adds them up.
sealed interface Sink {

    void accept(Integer element);

    long sum();

    /// A sink that the compiler sees through.
    final class Inlined implements Sink {
        private long sum;

        @Override
        public void accept(Integer element) {
            sum += element;
        }

        @Override
        public long sum() {
            return sum;
        }
    }

    /// A sink that the compiler does not see through, as if it were much code.
    final class Opaque implements Sink {
        private long sum;

        @Override
        @CompilerControl(CompilerControl.Mode.DONT_INLINE)
        public void accept(Integer element) {
            sum += element;
        }

        @Override
        public long sum() {
            return sum;
        }
    }
}
