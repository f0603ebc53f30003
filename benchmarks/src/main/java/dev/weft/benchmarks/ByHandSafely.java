package dev.weft.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// By hand again, with what a generator promises beyond an iterator: of two overlapping steps one is found out, and
/// any thread can close it. What it costs more than [ByHand] is the price of that promise, whoever makes it.
final class ByHandSafely implements Contender {

    static final String NAME = "by hand, safely";

    /// The variant whose code is found when it is made.
    static final String OF_LAMBDA = "made of a lambda";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.BY_HAND;
    }

    @Override
    public void enter(Entries entries) {
        entries.push("loop", false, ByHandSafely::loop);
        entries.pull("look-ahead", false, OneAtATime::new);
        entries.add(Workload.CHAIN_PULLED, "iterators", ByHandSafely::chain);
        entries.create("look-ahead", false, ByHandSafely::first);
        entries.create("look-ahead, " + OF_LAMBDA, false, ByHandSafely::firstOfLambda);
        entries.alive("look-ahead", false, OneAtATime::new);
    }

    private static int first(int start) {
        try (var numbers = new OneAtATime(start, Integer.MAX_VALUE)) {
            return numbers.next();
        }
    }

    private static int firstOfLambda(int start) {
        try (var numbers = MadeOfLambda.from(() -> start)) {
            return numbers.next();
        }
    }

    private static long chain(int n) {
        Iterator<Integer> mapped = new Mapped(new OneAtATime(Integer.MAX_VALUE), number -> number + 1);
        return Iterators.sum(new Taken(new Filtered(mapped, number -> number % 2 == 0), n / 2));
    }

    /// Gives elements to a function, as long as nobody has closed it.
    ///
    /// Who closes it interrupts what makes the elements, never the function: that is the consumer's. So it says who
    /// runs, and it is known to other threads.
    private static final class Emitter {
        private static final VarHandle CONSUMING;
        private static volatile Emitter known;

        static {
            try {
                CONSUMING = MethodHandles.lookup().findVarHandle(Emitter.class, "consuming", boolean.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Consumer<Integer> function;
        private boolean consuming;
        private volatile boolean closed;

        private Emitter(Consumer<Integer> function) {
            this.function = function;
        }

        static Emitter to(Consumer<Integer> function) {
            var emitter = new Emitter(function);
            known = emitter;
            return emitter;
        }

        void emit(Integer element) {
            CONSUMING.setOpaque(this, true);
            function.accept(element);
            CONSUMING.setOpaque(this, false);
            if (closed) {
                throw new IllegalStateException("it was closed meanwhile");
            }
        }
    }

    private static void loop(int n, Sink sink) {
        Emitter emitter = Emitter.to(sink::accept);
        for (int i = 0; i < n; i++) {
            emitter.emit(i);
        }
    }

    private record Mapped(Iterator<Integer> source, Function<Integer, Integer> function) implements Iterator<Integer> {

        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public Integer next() {
            return function.apply(source.next());
        }
    }

    private static final class Filtered implements Iterator<Integer> {
        private final Iterator<Integer> source;
        private final Predicate<Integer> predicate;
        private Integer ahead;

        Filtered(Iterator<Integer> source, Predicate<Integer> predicate) {
            this.source = source;
            this.predicate = predicate;
        }

        @Override
        public boolean hasNext() {
            while (ahead == null && source.hasNext()) {
                Integer element = source.next();
                ahead = predicate.test(element) ? element : null;
            }
            return ahead != null;
        }

        @Override
        public Integer next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Integer element = ahead;
            ahead = null;
            return element;
        }
    }

    private static final class Taken implements Iterator<Integer> {
        private final Iterator<Integer> source;
        private int left;

        Taken(Iterator<Integer> source, int left) {
            this.source = source;
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && source.hasNext();
        }

        @Override
        public Integer next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            return source.next();
        }
    }
}
