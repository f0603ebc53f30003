package dev.weft.spec;

import dev.weft.Async;
import dev.weft.testkit.VirtualTime;
import java.time.Duration;

/// Virtual milliseconds.
final class Clock {

    private Clock() {}

    static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /// Sleeps.
    static void pause(long millis) throws InterruptedException {
        Async.sleep(ms(millis));
    }

    /// Sleeps through interrupts, and keeps them.
    static void sitOut(long millis) {
        long end = now() + millis;
        boolean interrupted = false;
        while (now() < end) {
            try {
                pause(end - now());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The milliseconds since the test began.
    static long now() {
        return VirtualTime.elapsed().toMillis();
    }
}
