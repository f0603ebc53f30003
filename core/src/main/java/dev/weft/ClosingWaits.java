package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who waits for which generator to close: refuses the wait that would complete a circle.
///
/// A strand that waits is entered with every thread that drives it: if the body on thread B waits, so does thread A
/// that is in a step of that body. From a generator the next link is the thread that runs it. Each waiter publishes its
/// links before it looks for the circle, so of two that complete one at the same moment at least one sees it.
///
/// - **Source**: fine point F3 of rule W4.
final class ClosingWaits {

    private final Map<Thread, Protocol> waits = new ConcurrentHashMap<>();

    /// Lists the calling thread and all that wait in a step for what it runs.
    static List<Thread> chain() {
        var threads = new ArrayList<Thread>();
        threads.add(Thread.currentThread());
        Activation activation = Context.current().innermost();
        while (activation != null) {
            if (!activation.ownsThread()) {
                activation = activation.outer();
                continue;
            }
            Thread driving = activation.drivingThread();
            if (driving == null) {
                break;
            }
            threads.add(driving);
            Context driver = activation.driver();
            activation = driver == null ? null : driver.innermost();
        }
        return threads;
    }

    /// Enters the wait of `chain` for `target`, unless that completes a circle.
    ///
    /// @return whether the wait was entered; if so, the caller calls [#leave(List)] afterwards
    boolean enter(List<Thread> chain, Protocol target) {
        for (Thread thread : chain) {
            waits.put(thread, target);
        }
        if (isCircle(chain, target)) {
            leave(chain);
            return false;
        }
        return true;
    }

    void leave(List<Thread> chain) {
        for (Thread thread : chain) {
            waits.remove(thread);
        }
    }

    private boolean isCircle(List<Thread> chain, Protocol target) {
        @Nullable Protocol next = target;
        for (int hops = waits.size() + 1; next != null && hops > 0; hops--) {
            Thread running = next.stepper();
            if (running == null) {
                return false;
            }
            if (chain.contains(running)) {
                return true;
            }
            next = waits.get(running);
        }
        return false;
    }
}
