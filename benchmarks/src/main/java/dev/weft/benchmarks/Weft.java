package dev.weft.benchmarks;

import static dev.weft.Async.gather;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.RunOptions;
import dev.weft.testkit.VirtualTime;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/// Weft, in the ways in which it is used.
final class Weft implements Contender {

    private static final RunOptions THREAD = RunOptions.defaults().engine("thread");

    @Override
    public String name() {
        return "Weft";
    }

    @Override
    public Role role() {
        return Role.WEFT;
    }

    @Override
    public void enter(Entries entries) {
        entries.push("forEach", false, (n, sink) -> Bodies.count(n).forEach(sink::accept));
        enterPull(entries);
        entries.add(Workload.CHAIN_PUSHED, "forEach", Weft::chainPushed);
        entries.add(Workload.CHAIN_PULLED, "for", n -> Iterators.sum(chain(n).iterator()));
        enterTwoSources(entries);
        entries.create("", false, Weft::first);
        entries.suspended("", Weft::begun);
        entries.suspended("thread engine", n -> onThread(() -> begun(n)));
        enterDepth(entries);
        entries.add(Workload.OVERLAP, "mapConcurrent", VirtualThreads.running(n -> overlapping(Bodies.count(n))));
        entries.add(
                Workload.OVERLAP,
                "mapConcurrent, body that might wait",
                VirtualThreads.running(n -> overlapping(Bodies.countWithCare(n))));
        entries.add(Workload.OVERLAP, "tasks and semaphore", VirtualThreads.running(Weft::spawning));
        entries.addSized(Sizes.SWITCHES, "test kit", Weft::switches);
        entries.elements("for", false, n -> Bodies.count(n).iterator());
        entries.addSized(Sizes.LENGTH, "for", (length, n) -> Iterators.sum(mapped(length, n)));
        entries.alive("for", false, n -> Bodies.count(n).iterator());
    }

    private static void enterPull(Entries entries) {
        entries.pull("for", false, n -> Bodies.count(n).iterator());
        entries.pull(
                "for, body with finally",
                false,
                n -> Bodies.countWithFinally(n, new int[1]).iterator());
        entries.pull("anext", Weft::pulledByAnext);
        entries.pull("for, endless body", n -> pulled(n, Bodies.from(0)));
        entries.pull("for, endless body, engine by hand", n -> ByHeart.run(() -> pulled(n, Bodies.from(0))));
        entries.pullSlowly(
                "for, thread engine",
                n -> onThread(() -> Iterators.sum(Bodies.count(n).iterator())));
    }

    private static void enterTwoSources(Entries entries) {
        Work gather = n -> gathered(n, Bodies.count(n), Bodies.count(n));
        Work gatherWithCare = n -> gathered(n, Bodies.countWithCare(n), Bodies.countWithCare(n));
        entries.add(Workload.STEP_READY, "gather", VirtualThreads.running(gather));
        entries.add(Workload.STEP_READY, "gather, by a platform thread", gather);
        entries.addSlow(Workload.STEP_READY, "gather, bodies that might wait", VirtualThreads.running(gatherWithCare));
        entries.add(Workload.STEP_READY, "zip", VirtualThreads.running(n -> zipped(Bodies.count(n), Bodies.count(n))));
        entries.addSlow(
                Workload.STEP_READY,
                "zip, bodies that might wait",
                VirtualThreads.running(n -> zipped(Bodies.countWithCare(n), Bodies.countWithCare(n))));
        entries.add(
                Workload.STEP_TIMED,
                "gather",
                VirtualThreads.running(n -> gathered(n, Bodies.ticking(n), Bodies.ticking(n))));
        entries.add(
                Workload.STEP_TIMED, "zip", VirtualThreads.running(n -> zipped(Bodies.ticking(n), Bodies.ticking(n))));
    }

    private static void enterDepth(Entries entries) {
        entries.addSized(
                Sizes.RECURSION,
                "for",
                (depth, n) -> Iterators.sum(Bodies.nested(depth, n).iterator()));
        entries.addSized(Sizes.RECURSION, "forEach", (depth, n) -> pushed(Bodies.nested(depth, n)));
        entries.addSized(
                Sizes.DELEGATION,
                "for",
                (depth, n) -> Iterators.sum(Bodies.delegating(depth, n).iterator()));
        entries.addSized(Sizes.DELEGATION, "forEach", (depth, n) -> pushed(Bodies.delegating(depth, n)));
    }

    static <T> T onThread(Callable<T> code) {
        try {
            return Async.run(THREAD, code);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long pushed(AsyncGenerator<Integer> numbers) {
        var sink = new Sink.Inlined();
        numbers.forEach(sink::accept);
        return sink.sum();
    }

    private static long pulled(int n, AsyncGenerator<Integer> endless) {
        long sum = 0;
        try (endless) {
            Iterator<Integer> numbers = endless.iterator();
            for (int i = 0; i < n && numbers.hasNext(); i++) {
                sum += numbers.next();
            }
        }
        return sum;
    }

    private static long pulledByAnext(int n) throws Exception {
        AsyncGenerator<Integer> numbers = Bodies.count(n);
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += numbers.anext().await();
        }
        return sum;
    }

    private static AsyncGenerator<Integer> chain(int n) {
        return Bodies.from(0)
                .map(number -> number + 1)
                .filter(number -> number % 2 == 0)
                .take(n / 2);
    }

    private static long chainPushed(int n) {
        var sink = new Sink.Inlined();
        chain(n).forEach(sink::accept);
        return sink.sum();
    }

    private static long gathered(int n, AsyncGenerator<Integer> left, AsyncGenerator<Integer> right) throws Exception {
        long sum = 0;
        try (left;
                right) {
            for (int i = 0; i < n; i++) {
                sum += gather(left.anext(), right.anext(), Integer::sum).await();
            }
        }
        return sum;
    }

    private static long zipped(AsyncGenerator<Integer> left, AsyncGenerator<Integer> right) {
        return pushed(left.zip(right, Integer::sum));
    }

    private static int first(int start) {
        try (AsyncGenerator<Integer> numbers = Bodies.from(start)) {
            return numbers.iterator().next();
        }
    }

    private static Object begun(int n) {
        AsyncGenerator<Integer> numbers = Bodies.count(n);
        numbers.iterator().next();
        return numbers;
    }

    private static long overlapping(AsyncGenerator<Integer> numbers) {
        return pushed(numbers.mapConcurrent(Workload.OVERLAP.size(), number -> {
            Async.sleep(Bodies.MILLISECOND);
            return number;
        }));
    }

    /// The same with nothing of `mapConcurrent` but its tasks.
    private static long spawning(int n) throws Exception {
        var places = new Semaphore(Workload.OVERLAP.size());
        var sum = new LongAdder();
        Async.group(group -> {
            for (int i = 0; i < n; i++) {
                int number = i;
                places.acquire();
                group.spawn(() -> {
                    Async.sleep(Bodies.MILLISECOND);
                    sum.add(number);
                    places.release();
                });
            }
        });
        return sum.sum();
    }

    private static long switches(int tasks, int n) throws Exception {
        return VirtualTime.run(() -> {
            Async.group(group -> {
                for (int i = 0; i < tasks; i++) {
                    group.spawn(() -> sleepOften(n / tasks));
                }
            });
            return VirtualTime.elapsed().toMillis() * tasks;
        });
    }

    private static void sleepOften(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            Async.sleep(Bodies.MILLISECOND);
        }
    }

    private static Iterator<Integer> mapped(int length, int n) {
        AsyncGenerator<Integer> stage = Bodies.count(n);
        for (int i = 0; i < length; i++) {
            stage = stage.map(number -> number + 1);
        }
        return stage.iterator();
    }
}
