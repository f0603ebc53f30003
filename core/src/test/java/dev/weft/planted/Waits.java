package dev.weft.planted;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

final class Waits {
    interface Sleeper {
        void sleep(long millis) throws InterruptedException;
    }

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    Sleeper refersToSleep() {
        return Thread::sleep;
    }

    void parks() {
        LockSupport.park();
    }

    void waitsForAMonitor() throws InterruptedException {
        wait();
    }

    void waitsForALatch(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }

    Object waitsForAFuture(CompletableFuture<?> future) {
        return future.join();
    }

    void startsAThread() {
        new Thread(() -> {}).start();
    }

    void startsAVirtualThread() {
        Thread.startVirtualThread(() -> {});
    }

    void startsAPool() {
        Executors.newCachedThreadPool().close();
    }

    long readsTheClock() {
        return System.nanoTime();
    }

    Instant readsTheCalendar() {
        return Instant.now();
    }
}
