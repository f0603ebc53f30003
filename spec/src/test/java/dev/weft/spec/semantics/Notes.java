package dev.weft.spec.semantics;

import static dev.weft.Async.generator;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// What happened, in order.
final class Notes implements Iterable<String> {

    private final List<String> lines = new ArrayList<>(); // guarded by this

    synchronized void add(String line) {
        lines.add(line);
    }

    /// Notes something and when it happened, such as "clean at 10".
    void addTimed(String line) {
        add(line + " at " + VirtualTime.elapsed().toMillis());
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public Iterator<String> iterator() {
        return lines().iterator();
    }

    /// Makes a generator of the numbers from 1 to `last` that notes how its body is left.
    AsyncGenerator<Integer> numbers(String name, int last) {
        return generator(name, y -> {
            try {
                for (int i = 1; i <= last; i++) {
                    y.yield(i);
                }
            } catch (Throwable e) {
                add(name + " sees " + e.getClass().getSimpleName());
                throw e;
            } finally {
                add(name + " clean");
            }
        });
    }

    /// Makes an endless generator of ones that notes and tells that its body has ended.
    AsyncGenerator<Integer> onesUntil(CountDownLatch closed) {
        return generator("ones", y -> {
            try {
                while (true) {
                    y.yield(1);
                }
            } finally {
                add("closed");
                closed.countDown();
            }
        });
    }

    @Override
    public String toString() {
        return lines().toString();
    }
}
