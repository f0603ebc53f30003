package dev.weft.spec.compiled;

import static dev.weft.Async.generator;
import static dev.weft.Async.of;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A program that uses generators with hardly any stack left, at each depth near the end of a small stack, and ends
/// them in several ways when there is plenty again.
///
/// It is a program of its own, as an overflow may hit the initialiser of any class, which is of no use from then on.
/// Prints a line for each generator that is not over then, and how many uses have overflowed.
final class StackSweep {

    private static final int STACK = 256 * 1024; // bytes
    private static final int DEEP = 1_000_000; // frames: more than there is stack for
    private static final int NEAR = 150; // frames from the end: whatever is used finds stack enough above that
    private static final int STEP = 2; // frames
    private static final int PATIENCE = 10_000; // milliseconds

    private static final List<Supplier<AsyncGenerator<Integer>>> KINDS = List.of(
            () -> generator(y -> {
                y.yield(1);
                y.yield(2);
            }),
            () -> generator(y -> {
                try {
                    y.yield(1);
                } finally {
                    Thread.onSpinWait();
                }
            }),
            () -> generator(y -> {
                y.yieldAll(of(1));
                y.yield(2);
            }),
            () -> of(1, 2, 3),
            () -> of(1, 2, 3).map(x -> x + 1),
            () -> of(1).concatWith(of(2)));

    private static final List<Use> USES = List.of(
            new Use("first step", _ -> {}, StackSweep::pull),
            new Use("second step", StackSweep::pull, StackSweep::pull),
            new Use("many steps", _ -> {}, StackSweep::pullAll),
            new Use("push", _ -> {}, generator -> generator.forEach(_ -> {})),
            new Use("loop", StackSweep::pull, generator -> generator.forEach(_ -> {})),
            new Use("close", StackSweep::pull, AsyncGenerator::close),
            new Use("close at once", _ -> {}, AsyncGenerator::close));

    private static final List<End> ENDS = List.of(
            (generator, use) -> {
                use.run();
                generator.get().close();
            },
            (generator, use) -> {
                use.run();
                pullAll(generator.get());
            },
            (generator, use) -> {
                use.run();
                generator.get().forEach(_ -> {});
            },
            (generator, use) -> {
                Async.run(() -> {
                    use.run();
                    return null;
                });
                generator.get().close(); // which the run has done if it had begun
            });

    private record Use(String name, Consumer<AsyncGenerator<Integer>> before, Consumer<AsyncGenerator<Integer>> deep) {}

    /// What is done around and after a use of a generator, which is there after the use, to end it.
    @FunctionalInterface
    private interface End {
        void around(Supplier<AsyncGenerator<Integer>> generator, Runnable use) throws Exception;
    }

    private final AtomicInteger overflows = new AtomicInteger();
    private int framesLeft; // of a descent

    private StackSweep() {}

    private static void pull(AsyncGenerator<Integer> generator) {
        generator.iterator().hasNext();
    }

    private static void pullAll(AsyncGenerator<Integer> generator) {
        generator.iterator().forEachRemaining(_ -> {});
    }

    public static void main(String[] arguments) throws Exception {
        var sweep = new StackSweep();
        for (Supplier<AsyncGenerator<Integer>> kind : KINDS) {
            for (Use use : USES) {
                for (End end : ENDS) {
                    sweep.useAndEnd(kind, use, end, DEEP); // so that no overflow hits the initialiser of a class
                    for (int frames = 0; frames < NEAR; frames += STEP) {
                        sweep.inThread(kind, use, end, frames);
                    }
                }
            }
        }
        System.out.println(sweep.overflows.get() + " overflows");
        Runtime.getRuntime().halt(0); // there may be threads that wait for ever
    }

    private void inThread(Supplier<AsyncGenerator<Integer>> kind, Use use, End end, int frames)
            throws InterruptedException {
        var outcome = new AtomicReference<>("waits for ever");
        var thread = new Thread(null, () -> outcome.set(outcome(kind, use, end, frames)), "deep", STACK);
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE);
        if (!outcome.get().isEmpty()) {
            System.out.println(kind.get() + ", " + use.name + ", end " + ENDS.indexOf(end) + ", " + frames
                    + " frames left: " + outcome);
        }
    }

    private String outcome(Supplier<AsyncGenerator<Integer>> kind, Use use, End end, int frames) {
        try {
            return useAndEnd(kind, use, end, frames);
        } catch (Throwable failure) {
            return failure.toString();
        }
    }

    private String useAndEnd(Supplier<AsyncGenerator<Integer>> kind, Use use, End end, int frames) throws Exception {
        var used = new AtomicReference<AsyncGenerator<Integer>>();
        end.around(used::get, () -> {
            AsyncGenerator<Integer> generator = kind.get();
            used.set(generator);
            use.before.accept(generator);
            useDeep(() -> use.deep.accept(generator), frames);
        });
        return used.get().iterator().hasNext() ? "is not over" : "";
    }

    private void useDeep(Runnable use, int frames) {
        int depth = frames == DEEP ? 0 : stackDepth() - frames;
        var entered = new AtomicBoolean();
        try {
            descend(depth, () -> {
                entered.set(true);
                use.run();
            });
        } catch (StackOverflowError _) {
            if (entered.get()) {
                overflows.incrementAndGet();
            }
        }
    }

    private int stackDepth() {
        try {
            descend(DEEP, () -> {});
        } catch (StackOverflowError _) {
            // That is the end of the stack.
        }
        return DEEP - framesLeft;
    }

    private void descend(int frames, Runnable action) {
        framesLeft = frames;
        if (frames <= 0) {
            action.run();
        } else {
            descend(frames - 1, action);
        }
    }
}
