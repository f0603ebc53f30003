package dev.weft.differential.bodies;

import static dev.weft.Async.await;
import static dev.weft.Async.sleep;

import dev.weft.Awaitable;
import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.time.Duration;

/// Bodies that wait between their yields.
class AwaitingBodies extends Host {

    GeneratorBody<Integer> completed() {
        return y -> {
            y.yield(await(Awaitable.completed(1)));
            int sum = await(Awaitable.completed(2)) + Awaitable.completed(3).await();
            y.yield(sum);
        };
    }

    GeneratorBody<Integer> sleeping() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                sleep(Duration.ZERO);
                y.yield(i);
            }
        };
    }

    GeneratorBody<Object> interrupted() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                try {
                    sleep(Duration.ZERO);
                    y.yield(i);
                } catch (InterruptedException e) {
                    y.yield("interrupted");
                }
            }
        };
    }

    GeneratorBody<Object> interruptStatus() {
        return y -> {
            y.yield(Thread.currentThread().isInterrupted());
            y.yield(Thread.interrupted());
            Thread.currentThread().interrupt();
            y.yield("interrupted itself");
            y.yield(Thread.interrupted());
        };
    }

    DialogueBody<Object, Object, Object> awaitingAnswers() {
        return y -> {
            Awaitable<Integer> step = Awaitable.completed(num(y.yield("start")));
            return step.await() + await(Awaitable.completed(num(y.yield("more"))));
        };
    }
}
