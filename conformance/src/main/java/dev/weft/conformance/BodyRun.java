package dev.weft.conformance;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.DialogueYielder;
import dev.weft.StopAsyncIteration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One run of a generator's body.
///
/// The yielder is handed on from call to call and never kept, so that an engine can follow it.
final class BodyRun {

    static final List<String> VARIABLES = List.of("recv", "item", "i");

    /// How a list of operations was left.
    private enum Exit {
        END,
        BREAK,
        RETURN
    }

    private final World world;
    private final Trace trace;
    private final String who;
    private @Nullable Object recv;
    private @Nullable Object item;
    private @Nullable Object i;
    private @Nullable Throwable caught;

    BodyRun(World world, String who) {
        this.world = world;
        this.trace = world.trace;
        this.who = who;
    }

    /// Whether the value of a `yield` stands for a variable.
    static boolean isVariable(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.containsKey("var");
    }

    @Nullable Object run(DialogueYielder<@Nullable Object, @Nullable Object> y, List<Op> ops) throws Exception {
        trace.log(who, "start");
        try {
            runAll(y, ops);
        } catch (Throwable failure) {
            trace.log(who, "failed", "kind", Kinds.of(failure));
            throw failure;
        }
        trace.log(who, "done");
        return null;
    }

    private Exit runAll(DialogueYielder<@Nullable Object, @Nullable Object> y, List<Op> ops) throws Exception {
        for (Op op : ops) {
            Exit exit = run(y, op);
            if (exit != Exit.END) {
                return exit;
            }
        }
        return Exit.END;
    }

    private Exit run(DialogueYielder<@Nullable Object, @Nullable Object> y, Op op) throws Exception {
        switch (op.name()) {
            case "yield" -> yieldValue(y, evaluate(op.value("value")));
            case "sleep" -> sleep(op.number("ms"));
            case "raise" -> {
                trace.log(who, "raise", "kind", op.text("kind"));
                throw Kinds.sneak(Kinds.make(op.text("kind")));
            }
            case "reraise" -> {
                trace.log(who, "reraise");
                throw Kinds.sneak(Objects.requireNonNull(caught, "reraise outside a handler"));
            }
            case "try" -> {
                return runTry(y, op);
            }
            case "loop" -> {
                return runLoop(y, op);
            }
            case "break" -> {
                trace.log(who, "break_loop");
                return Exit.BREAK;
            }
            case "if_recv" -> {
                return runAll(y, Objects.equals(recv, op.value("equals")) ? op.ops("then") : op.ops("else"));
            }
            case "return" -> {
                trace.log(who, "return");
                return Exit.RETURN;
            }
            case "log" -> trace.log(who, "log", "text", op.text("text"));
            case "delegate" -> delegate(y, op);
            case "anext", "asend", "athrow", "aclose", "collect" -> call(op);
            default -> throw op.unknown("a body");
        }
        return Exit.END;
    }

    private @Nullable Object evaluate(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> reference) || !isVariable(value)) {
            return value;
        }
        return switch (String.valueOf(reference.get("var"))) {
            case "recv" -> recv;
            case "item" -> item;
            default -> i;
        };
    }

    private void yieldValue(DialogueYielder<@Nullable Object, @Nullable Object> y, @Nullable Object value) {
        trace.log(who, "yield", "value", value);
        try {
            recv = y.yield(value);
        } catch (Throwable thrown) {
            trace.log(who, "thrown", "kind", Kinds.of(thrown));
            throw thrown;
        }
        trace.log(who, "resume", "sent", recv);
    }

    private void sleep(int ms) throws InterruptedException {
        trace.log(who, "sleep", "ms", ms);
        try {
            Async.sleep(Duration.ofMillis(ms));
        } catch (InterruptedException interrupted) {
            trace.log(who, "interrupted", "kind", Kinds.of(interrupted));
            throw interrupted;
        }
        trace.log(who, "woke");
    }

    @SuppressWarnings("finally") // a scenario may return in a finally, and that is what it means
    private Exit runTry(DialogueYielder<@Nullable Object, @Nullable Object> y, Op op) throws Exception {
        if (!op.has("finally")) {
            return runTryCatch(y, op);
        }
        Exit exit = Exit.END;
        try {
            exit = runTryCatch(y, op);
        } finally {
            trace.log(who, "finally");
            Exit left = runAll(y, op.ops("finally"));
            if (left != Exit.END) {
                return left;
            }
        }
        return exit;
    }

    private Exit runTryCatch(DialogueYielder<@Nullable Object, @Nullable Object> y, Op op) throws Exception {
        try {
            return runAll(y, op.ops("body"));
        } catch (Throwable thrown) {
            for (Op handler : op.ops("except")) {
                if (Kinds.matches(handler.text("match"), thrown)) {
                    return handle(y, handler, thrown);
                }
            }
            throw thrown;
        }
    }

    private Exit handle(DialogueYielder<@Nullable Object, @Nullable Object> y, Op handler, Throwable thrown)
            throws Exception {
        trace.log(who, "caught", "kind", Kinds.of(thrown));
        Throwable outer = caught;
        caught = thrown;
        try {
            return runAll(y, handler.ops("body"));
        } finally {
            caught = outer;
        }
    }

    private Exit runLoop(DialogueYielder<@Nullable Object, @Nullable Object> y, Op op) throws Exception {
        Object outer = i;
        int turns = op.number("n", Integer.MAX_VALUE);
        try {
            for (int turn = 0; turn < turns; turn++) {
                i = turn;
                Exit exit = runAll(y, op.ops("body"));
                if (exit != Exit.END) {
                    return exit == Exit.BREAK ? Exit.END : exit;
                }
            }
            return Exit.END;
        } finally {
            i = outer;
        }
    }

    private void delegate(DialogueYielder<@Nullable Object, @Nullable Object> y, Op op) throws Exception {
        String name = op.text("gen");
        AsyncGenerator<@Nullable Object> inner = world.generator(name);
        trace.log(who, "for", "gen", name);
        if (!op.flag("aclosing", false)) {
            loopOver(y, inner, name, op.number("break_after", -1));
            return;
        }
        try {
            loopOver(y, inner, name, op.number("break_after", -1));
        } finally {
            Loops.aclosing(trace, who, inner, name);
        }
    }

    private void loopOver(
            DialogueYielder<@Nullable Object, @Nullable Object> y,
            AsyncGenerator<@Nullable Object> inner,
            String name,
            int breakAfter)
            throws Exception {
        for (int count = 1; ; count++) {
            try {
                item = inner.anext().await();
            } catch (StopAsyncIteration end) {
                trace.log(who, "for_end", "gen", name);
                return;
            }
            trace.log(who, "item", "gen", name, "value", item);
            yieldValue(y, item);
            if (count == breakAfter) {
                trace.log(who, "break", "gen", name);
                return;
            }
        }
    }

    private void call(Op op) throws Exception {
        try {
            item = new Call(op, world).run(who);
        } catch (Throwable failure) {
            boolean goOn = op.has("on_error") && op.text("on_error").equals("log");
            if (!goOn || Kinds.isCancelled(failure)) {
                throw failure;
            }
        }
    }
}
