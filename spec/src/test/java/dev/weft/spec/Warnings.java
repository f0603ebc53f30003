package dev.weft.spec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What Weft logs while this is open, in place of the console.
final class Warnings extends Handler implements Iterable<String>, AutoCloseable {

    private final Logger logger = Logger.getLogger("dev.weft"); // kept: the log manager holds it weakly
    private final List<String> messages = new ArrayList<>(); // guarded by this

    private Warnings() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    static Warnings capture() {
        return new Warnings();
    }

    @Override
    public synchronized void publish(LogRecord message) {
        messages.add(message.getMessage());
        notifyAll();
    }

    /// Waits for a message that contains `part`.
    synchronized boolean awaitOne(String part) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (messages.stream().noneMatch(message -> message.contains(part)) && System.nanoTime() < end) {
            wait(1_000);
        }
        return messages.stream().anyMatch(message -> message.contains(part));
    }

    @Override
    public synchronized Iterator<String> iterator() {
        return List.copyOf(messages).iterator();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
