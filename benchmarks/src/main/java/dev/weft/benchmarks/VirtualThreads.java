package dev.weft.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;

/// Virtual threads, with nothing but the JDK.
final class VirtualThreads implements Contender {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Override
    public String name() {
        return "virtual threads";
    }

    @Override
    public void enter(Entries entries) {
        entries.pullSlowly("SynchronousQueue", VirtualThreads::pulled);
        entries.addSlow(Workload.STEP_READY, "executor", running(n -> stepped(n, false)));
        entries.add(Workload.STEP_TIMED, "executor", running(n -> stepped(n, true)));
        entries.suspended("SynchronousQueue", VirtualThreads::begun);
        entries.add(Workload.OVERLAP, "executor and semaphore", running(VirtualThreads::overlapping));
    }

    /// Runs code on a virtual thread, and waits for it.
    static <T> T on(Callable<T> code) throws Exception {
        var task = new FutureTask<>(code);
        Thread.startVirtualThread(task);
        return task.get();
    }

    /// Work that waits by blocking, done where blocking is cheap.
    static Work running(Work work) {
        return n -> on(() -> work.run(n));
    }

    /// Sleeps for a millisecond.
    static void sleep() {
        try {
            Thread.sleep(MILLISECOND);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static SynchronousQueue<Integer> count(int n) {
        var queue = new SynchronousQueue<Integer>();
        Thread.startVirtualThread(() -> {
            try {
                for (int i = 0; i < n; i++) {
                    queue.put(i);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return queue;
    }

    private static long pulled(int n) throws InterruptedException {
        SynchronousQueue<Integer> queue = count(n);
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += queue.take();
        }
        return sum;
    }

    private static Object begun(int n) {
        SynchronousQueue<Integer> queue = count(n);
        try {
            queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return queue;
    }

    private static long stepped(int n, boolean timed) throws Exception {
        long sum = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < n; i++) {
                Future<Integer> left = threads.submit(value(i, timed));
                Future<Integer> right = threads.submit(value(i, timed));
                sum += left.get() + right.get();
            }
        }
        return sum;
    }

    static Callable<Integer> value(int i, boolean timed) {
        return () -> {
            if (timed) {
                sleep();
            }
            return i;
        };
    }

    private static long overlapping(int n) throws Exception {
        var places = new Semaphore(Workload.OVERLAP.size());
        List<Future<Integer>> results = new ArrayList<>(n);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < n; i++) {
                Callable<Integer> task = value(i, true);
                places.acquire();
                results.add(threads.submit(() -> {
                    try {
                        return task.call();
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        long sum = 0;
        for (Future<Integer> result : results) {
            sum += result.get();
        }
        return sum;
    }
}
