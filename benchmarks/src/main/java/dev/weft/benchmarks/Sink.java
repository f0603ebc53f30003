package dev.weft.benchmarks;

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
        /// The option of a virtual machine that makes it so. JMH heeds its own annotation in its own classes alone.
        static final String OPTION = "-XX:CompileCommand=dontinline," + Opaque.class.getName() + "::accept";

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
}
