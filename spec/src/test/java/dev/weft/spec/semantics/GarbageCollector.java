package dev.weft.spec.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets go of what is unreachable.
final class GarbageCollector {

    private static final int ATTEMPTS = 300;

    private GarbageCollector() {}

    /// Takes the first step of a generator of numbers, and keeps nothing of it.
    static void drop(AsyncGenerator<Integer> generator) throws Exception {
        assertThat(generator.anext().await()).isEqualTo(1);
    }

    /// Collects until `event` has happened. Fails if it never does.
    static void runUntil(CountDownLatch event) throws InterruptedException {
        boolean happened = false;
        for (int i = 0; i < ATTEMPTS && !happened; i++) {
            System.gc();
            happened = event.await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(happened).as("what is waited for happened").isTrue();
    }
}
