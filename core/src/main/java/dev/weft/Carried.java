package dev.weft;

import dev.weft.spi.Carrier;
import dev.weft.spi.Carrier.Restorer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Code that runs on a thread of its own, with what the thread had that started it.
final class Carried {

    private Carried() {}

    /// Carries scoped values: those of the keys that are bound.
    static Carrier scopedValues(List<ScopedValue<?>> keys) {
        return () -> {
            ScopedValue.@Nullable Carrier bindings = null;
            for (ScopedValue<?> key : keys) {
                bindings = bound(bindings, key);
            }
            return bindings == null ? Runnable::run : bindings::run;
        };
    }

    private static <T> ScopedValue.@Nullable Carrier bound(ScopedValue.@Nullable Carrier others, ScopedValue<T> key) {
        if (!key.isBound()) {
            return others;
        }
        return others == null ? ScopedValue.where(key, key.get()) : others.where(key, key.get());
    }

    /// Takes down what the calling thread has for all of `carriers`; `null` if there are none.
    static @Nullable Restorer capture(List<Carrier> carriers) {
        if (carriers.isEmpty()) {
            return null;
        }
        var restorers = new ArrayList<Restorer>(carriers.size());
        for (Carrier carrier : carriers) {
            restorers.add(carrier.capture());
        }
        return code -> within(restorers, 0, code);
    }

    private static void within(List<Restorer> restorers, int next, Runnable code) {
        if (next == restorers.size()) {
            code.run();
        } else {
            restorers.get(next).run(() -> within(restorers, next + 1, code));
        }
    }

    /// Calls `code` with what was taken down. Its result and failure come out as they are, and so does what goes wrong
    /// in a restorer.
    static @Nullable Object call(@Nullable Restorer restorer, ScopedValue.CallableOp<@Nullable Object, Throwable> code)
            throws Throwable {
        if (restorer == null) {
            return code.call();
        }
        var outcome = new Outcome(code);
        try {
            restorer.run(outcome);
        } catch (Throwable failed) {
            outcome.failure = Throw.both(outcome.failure, failed);
        }
        if (outcome.failure != null) {
            throw outcome.failure;
        }
        if (!outcome.ran) {
            throw new IllegalStateException("a carrier did not run the code that it was given");
        }
        return outcome.value;
    }

    private static final class Outcome implements Runnable {
        private final ScopedValue.CallableOp<@Nullable Object, Throwable> code;
        private boolean ran;
        private @Nullable Object value;
        private @Nullable Throwable failure;

        Outcome(ScopedValue.CallableOp<@Nullable Object, Throwable> code) {
            this.code = code;
        }

        @Override
        public void run() {
            ran = true;
            try {
                value = code.call();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
    }
}
