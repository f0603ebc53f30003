package dev.weft;

import static dev.weft.GeneratorStateException.Reason.MISPLACED_YIELD;

import org.jspecify.annotations.Nullable;

/// Where a body runs, until it ends, and what it uses.
final class BodyPlace {

    private final String name;
    private final Resources resources;
    private @Nullable Thread thread = Thread.currentThread(); // until the body ends; used by it alone, but for misuse

    BodyPlace(String name, Resources resources) {
        this.name = name;
        this.resources = resources;
    }

    Resources resources() {
        return resources;
    }

    void bodyEnded() {
        thread = null;
    }

    /// Refuses what is not called by the body.
    void check() {
        if (thread == null) {
            throw misplaced("was used after its body ended; yield only in the body");
        }
        if (Thread.currentThread() != thread) {
            throw misplaced("was used on thread \"" + Thread.currentThread().getName()
                    + "\", but its body runs on another one; yield on the body's own thread, and await there what other"
                    + " tasks compute");
        }
    }

    GeneratorStateException misplaced(String what) {
        return new GeneratorStateException(MISPLACED_YIELD, "the yielder of " + name + " " + what);
    }
}
