package dev.weft.spec.compiled;

import static dev.weft.Async.generator;
import static dev.weft.Async.of;

import dev.weft.AsyncGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A program that uses generators with hardly any stack left, at each depth near the end of a small stack; then closes
/// them with plenty.
///
/// It is a program of its own, as an overflow may hit the initialiser of any class, which is of no use from then on.
/// Prints a line for each generator that is not over then, and how many uses have overflowed.
final class StackSweep {

    private static final int STACK = 256 * 1024; // bytes
    private static final int NEAR = 240; // frames from the end: whatever is used finds stack enough above that
    private static final int STEP = 2; // frames
    private static final int PATIENCE = 10_000; // milliseconds

    private final AtomicInteger overflows = new AtomicInteger();
    private int depth;

    private StackSweep() {}

    private record Use(String name, Consumer<AsyncGenerator<Integer>> before, Consumer<AsyncGenerator<Integer>> deep) {}

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

    private static void pull(AsyncGenerator<Integer> generator) {
        generator.iterator().hasNext();
    }

    private static void pullAll(AsyncGenerator<Integer> generator) {
        generator.iterator().forEachRemaining(_ -> {});
    }

    public static void main(String[] arguments) throws InterruptedException {
        var sweep = new StackSweep();
        for (Supplier<AsyncGenerator<Integer>> kind : KINDS) {
            for (Use use : USES) {
                warmUp(kind.get(), use);
                for (int frames = 0; frames < NEAR; frames += STEP) {
                    sweep.useAndClose(kind.get(), use, frames);
                }
            }
        }
        System.out.println(sweep.overflows.get() + " overflows");
        System.exit(0); // there may be threads that wait for ever
    }

    /// Loads the classes that are needed, so that no overflow hits their initialisers.
    private static void warmUp(AsyncGenerator<Integer> generator, Use use) {
        use.before.accept(generator);
        use.deep.accept(generator);
        generator.close();
    }

    private void useAndClose(AsyncGenerator<Integer> generator, Use use, int framesLeft) throws InterruptedException {
        use.before.accept(generator);
        var outcome = new AtomicReference<>("waits for ever");
        var thread = new Thread(null, () -> outcome.set(useDeepAndClose(generator, use, framesLeft)), "deep", STACK);
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE);
        if (!outcome.get().isEmpty()) {
            System.out.println(generator + ", " + use.name + ", " + framesLeft + " frames left: " + outcome);
        }
    }

    private String useDeepAndClose(AsyncGenerator<Integer> generator, Use use, int framesLeft) {
        try {
            atDepth(stackDepth() - framesLeft, () -> use.deep.accept(generator));
        } catch (StackOverflowError _) {
            overflows.incrementAndGet();
        }
        generator.close();
        return generator.iterator().hasNext() ? "is not over" : "";
    }

    private int stackDepth() {
        depth = 0;
        try {
            descend();
        } catch (StackOverflowError _) {
            // That is the end of the stack.
        }
        return depth;
    }

    @SuppressWarnings("InfiniteRecursion") // until there is no stack left
    private void descend() {
        depth++;
        descend();
    }

    private static void atDepth(int frames, Runnable action) {
        if (frames <= 0) {
            action.run();
        } else {
            atDepth(frames - 1, action);
        }
    }
}
