package dev.weft.benchmarks;

import java.util.Iterator;
import java.util.concurrent.Executor;
import org.bsc.async.AsyncGenerator;

/// The async-generator of bsc: a class with a method that gives the next element, as a future. It has no body to be
/// suspended, and what pushes overflows the stack after some thousand elements that are ready.
final class BscGenerators implements Contender {

    @Override
    public String name() {
        return "bsc async-generator 4.3.1";
    }

    @Override
    public void enter(Entries entries) {
        entries.pull("iterator", false, BscGenerators::count);
        entries.create("iterator", false, BscGenerators::first);
        entries.suspended("iterator", n -> Iterators.begunAfterAsking(count(n)));
    }

    private static int first(int start) {
        Iterator<Integer> numbers = new Counting(start, Integer.MAX_VALUE).iterator();
        return numbers.hasNext() ? numbers.next() : -1; // next() needs hasNext() before it
    }

    static Iterator<Integer> count(int n) {
        return new Counting(0, n).iterator();
    }

    private static final class Counting implements AsyncGenerator<Integer> {
        private final int n;
        private int i;

        Counting(int start, int n) {
            this.i = start;
            this.n = n;
        }

        @Override
        public Data<Integer> next() {
            return i < n ? Data.of(i++) : Data.done();
        }

        @Override
        public Executor executor() {
            return Runnable::run;
        }
    }
}
