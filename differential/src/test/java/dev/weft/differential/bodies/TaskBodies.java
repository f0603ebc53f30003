package dev.weft.differential.bodies;

import static dev.weft.Async.gather;
import static dev.weft.Async.generator;
import static dev.weft.Async.group;
import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;
import static dev.weft.Async.timeout;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.GeneratorBody;
import dev.weft.Task;
import dev.weft.differential.Host;
import java.time.Duration;

/// Bodies that wait for tasks. Whether an interrupt finds them waiting is up to the tasks.
class TaskBodies extends Host {

    private AsyncGenerator<Integer> numbers(int from) {
        return generator("numbers", y -> {
            for (int i = from; i < from + 3; i++) {
                y.yield(i);
            }
        });
    }

    GeneratorBody<Integer> gathering() {
        return y -> {
            AsyncGenerator<Integer> a = y.use(numbers(0));
            AsyncGenerator<Integer> b = y.use(numbers(10));
            for (int i = 0; i < 3; i++) {
                y.yield(gather(a.anext(), b.anext(), Integer::sum).await());
            }
        };
    }

    GeneratorBody<Object> spawning() {
        return y -> {
            Task<String> task = spawn(() -> "done");
            y.yield("started");
            y.yield(task.await());
        };
    }

    GeneratorBody<Object> grouping() {
        return y -> {
            int sum = group(g -> {
                Task<Integer> one = g.spawn(() -> 1);
                Task<Integer> two = g.spawn(() -> 2);
                return one.await() + two.await();
            });
            y.yield(sum);
            y.yield("after");
        };
    }

    GeneratorBody<Object> limited() {
        return y -> {
            y.yield(timeout(Duration.ofMinutes(1), () -> "in time").await());
            try {
                timeout(Duration.ZERO, () -> "late").await();
            } catch (java.util.concurrent.TimeoutException e) {
                y.yield("too late");
            }
        };
    }

    GeneratorBody<Object> failing() {
        return y -> {
            try {
                y.yield(1);
                gather(Awaitable.completed(1), Awaitable.<Integer>failed(new java.io.IOException("half")), Integer::sum)
                        .await();
            } finally {
                sleep(Duration.ZERO);
                y.yield("cleaned up");
            }
        };
    }
}
