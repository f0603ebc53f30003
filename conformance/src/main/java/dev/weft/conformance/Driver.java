package dev.weft.conformance;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Outcome;
import dev.weft.StopAsyncIteration;
import dev.weft.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs the operations of one task: of the main one, or of one that it spawned.
final class Driver {

    private final World world;
    private final Trace trace;
    private final String who;

    Driver(World world, String who) {
        this.world = world;
        this.trace = world.trace;
        this.who = who;
    }

    /// Runs all. An operation that fails has logged it, and the next one follows; a cancel ends the task.
    void runAll(List<Op> ops) throws Exception {
        for (Op op : ops) {
            try {
                run(op);
            } catch (BadScenario bad) {
                throw bad;
            } catch (Throwable failure) {
                if (Kinds.isCancelled(failure) || op.name().equals("raise")) {
                    throw failure;
                }
            }
        }
    }

    private void run(Op op) throws Exception {
        switch (op.name()) {
            case "anext", "asend", "athrow", "aclose", "collect" -> new Call(op, world).run(who);
            case "sleep" -> sleep(op.number("ms"));
            case "log" -> trace.log(who, "log", "text", op.text("text"));
            case "raise" -> {
                trace.log(who, "raise", "kind", op.text("kind"));
                throw Kinds.sneak(Kinds.make(op.text("kind")));
            }
            case "for" -> runFor(op);
            case "wait_for" -> waitFor(op);
            case "timeout" -> timeout(op);
            case "make" -> make(op);
            case "await" -> awaitRef(op);
            case "start" -> start(op);
            case "poll" -> poll(op);
            case "gather" -> gather(op);
            case "spawn" -> spawn(op);
            case "cancel" -> cancel(op);
            case "join" -> join(op);
            case "shutdown_gens" -> shutdownGens();
            default -> throw op.unknown("a task");
        }
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

    private void shutdownGens() throws InterruptedException {
        trace.log(who, "call", "op", "shutdown_gens");
        try {
            Async.closeGenerators();
        } catch (InterruptedException interrupted) {
            trace.log(who, "error", "op", "shutdown_gens", "kind", Kinds.of(interrupted));
            throw interrupted;
        }
        trace.log(who, "result", "op", "shutdown_gens", "value", null);
    }

    // ---- loops ----

    private void runFor(Op op) throws Exception {
        String name = op.text("gen");
        AsyncGenerator<@Nullable Object> generator = world.generator(name);
        trace.log(who, "for", "gen", name);
        try {
            if (!op.flag("aclosing", false)) {
                loopOver(generator, op);
                return;
            }
            try {
                loopOver(generator, op);
            } finally {
                Loops.aclosing(trace, who, generator, name);
            }
        } catch (Throwable failure) {
            trace.log(who, "error", "op", "for", "gen", name, "kind", Kinds.of(failure));
            throw failure;
        }
    }

    private void loopOver(AsyncGenerator<@Nullable Object> generator, Op op) throws Exception {
        String name = op.text("gen");
        Op raiseAfter = op.has("raise_after") ? op.op("raise_after") : null;
        for (int count = 1; ; count++) {
            Object item;
            try {
                item = generator.anext().await();
            } catch (StopAsyncIteration end) {
                trace.log(who, "for_end", "gen", name);
                return;
            }
            trace.log(who, "item", "gen", name, "value", item);
            runAll(op.ops("body"));
            if (raiseAfter != null && count == raiseAfter.number("k")) {
                trace.log(who, "raise", "kind", raiseAfter.text("kind"));
                throw Kinds.sneak(Kinds.make(raiseAfter.text("kind")));
            }
            if (count == op.number("break_after", -1)) {
                trace.log(who, "break", "gen", name);
                return;
            }
        }
    }

    // ---- time limits ----

    private void waitFor(Op op) throws Exception {
        Op inner = op.op("call");
        Duration limit = Duration.ofMillis(op.number("ms"));
        var call = new Call(inner, world);
        var named = new LinkedHashMap<String, @Nullable Object>();
        named.put("op", "wait_for");
        named.put("of", inner.name());
        named.put("gen", inner.text("gen"));
        var fields = new LinkedHashMap<String, @Nullable Object>(named);
        fields.put("ms", op.number("ms"));
        trace.log(who, "call", fields);
        try {
            named.put("value", Async.timeout(limit, call.awaitable()).await());
        } catch (Throwable failure) {
            named.put("kind", Kinds.of(failure));
            trace.log(who, "error", named);
            throw failure;
        }
        trace.log(who, "result", named);
    }

    private void timeout(Op op) throws Exception {
        trace.log(who, "timeout_begin", "ms", op.number("ms"));
        Awaitable<@Nullable Void> body = () -> {
            runAll(op.ops("body"));
            return null;
        };
        try {
            var _ = Async.timeout(Duration.ofMillis(op.number("ms")), body).await();
        } catch (Throwable failure) {
            trace.log(who, "error", "op", "timeout", "kind", Kinds.of(failure));
            throw failure;
        }
        trace.log(who, "timeout_end");
    }

    // ---- awaitables by name ----

    private void make(Op op) {
        var call = new Call(op.op("call"), world);
        trace.log(who, "make", withRef(op.text("as"), call));
        world.ref(op.text("as"), call.awaitable());
    }

    private void start(Op op) {
        String ref = op.text("as");
        var call = new Call(op.op("call"), world);
        trace.log(who, "started", withRef(ref, call));
        world.started(ref, Async.spawn(ref, child("task:" + ref, op.number("after", 0), call)));
    }

    private static Map<String, @Nullable Object> withRef(String ref, Call call) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("ref", ref);
        fields.putAll(call.fields());
        return fields;
    }

    /// A call as a task of its own.
    private Awaitable<@Nullable Object> child(String name, int after, Call call) {
        return () -> {
            try {
                if (after > 0) {
                    Async.sleep(Duration.ofMillis(after));
                }
            } catch (InterruptedException interrupted) {
                trace.log(name, "interrupted", "kind", Kinds.of(interrupted));
                throw interrupted;
            }
            return call.run(name);
        };
    }

    private void awaitRef(Op op) throws Exception {
        Awaitable<?> awaitable = world.ref(op.text("ref"));
        trace.log(who, "call", "op", "await", "ref", op.text("ref"));
        logOutcome("await", op.text("ref"), awaitable);
    }

    private void poll(Op op) throws Exception {
        Task<?> task = world.started(op.text("ref"));
        trace.log(who, "call", "op", "poll", "ref", op.text("ref"), "ms", op.number("ms"));
        logOutcome("poll", op.text("ref"), Async.timeout(Duration.ofMillis(op.number("ms")), task));
    }

    private void logOutcome(String op, String ref, Awaitable<?> awaitable) throws Exception {
        try {
            Object value = awaitable.await();
            trace.log(who, "result", "op", op, "ref", ref, "value", value);
        } catch (Throwable failure) {
            trace.log(who, "error", "op", op, "ref", ref, "kind", Kinds.of(failure));
            throw failure;
        }
    }

    private void gather(Op op) throws Exception {
        String name = op.text("name");
        var children = new ArrayList<Awaitable<@Nullable Object>>();
        for (Op item : op.ops("items")) {
            if (item.has("ref")) {
                @SuppressWarnings("unchecked") // any awaitable gives an object
                var ref = (Awaitable<@Nullable Object>) world.ref(item.text("ref"));
                children.add(ref);
            } else {
                String child = "task:" + name + "." + children.size();
                children.add(child(child, item.number("after", 0), new Call(item.op("call"), world)));
            }
        }
        trace.log(who, "call", "op", "gather", "name", name, "n", children.size());
        try {
            List<@Nullable Object> values = op.flag("return_exceptions", false)
                    ? settled(children)
                    : Async.<@Nullable Object>gather(children).await();
            trace.log(who, "result", "op", "gather", "name", name, "value", values);
        } catch (Throwable failure) {
            trace.log(who, "error", "op", "gather", "name", name, "kind", Kinds.of(failure));
            throw failure;
        }
    }

    private static List<@Nullable Object> settled(List<Awaitable<@Nullable Object>> children) throws Exception {
        var values = new ArrayList<@Nullable Object>();
        for (Outcome<@Nullable Object> outcome : Async.settle(children).await()) {
            values.add(
                    outcome instanceof Outcome.Failure<?>(Throwable error)
                            ? Map.of("error", Kinds.of(error))
                            : outcome.get());
        }
        return values;
    }

    // ---- tasks ----

    private void spawn(Op op) {
        String name = op.text("task");
        var driver = new Driver(world, "task:" + name);
        trace.log(who, "spawn", "task", name);
        world.task(name, Async.<@Nullable Object>spawn(name, () -> driver.runTask(op)));
    }

    private @Nullable Object runTask(Op op) throws Exception {
        try {
            if (op.number("after", 0) > 0) {
                Async.sleep(Duration.ofMillis(op.number("after")));
            }
            runAll(op.ops("body"));
        } catch (Throwable failure) {
            if (Kinds.isCancelled(failure)) {
                trace.log(who, "task_cancelled");
            } else {
                trace.log(who, "task_failed", "kind", Kinds.of(failure));
            }
            throw failure;
        }
        trace.log(who, "task_done");
        return null;
    }

    private void cancel(Op op) throws InterruptedException {
        Task<?> task = world.task(op.text("task"));
        trace.log(who, "cancel", "task", op.text("task"));
        task.cancel();
        if (op.flag("wait", true)) {
            awaitEnd(task, op.text("task"));
        }
    }

    private void join(Op op) throws InterruptedException {
        trace.log(who, "join", "task", op.text("task"));
        awaitEnd(world.task(op.text("task")), op.text("task"));
    }

    private void awaitEnd(Task<?> task, String name) throws InterruptedException {
        String outcome = "done";
        try {
            var _ = task.await();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Throwable failure) {
            outcome = task.isCancelled() ? "cancelled" : "failed:" + Kinds.of(failure);
        }
        if (Thread.interrupted()) { // both were cancelled at once, and the other one has ended before this one's turn
            throw new InterruptedException("cancelled while joining " + name);
        }
        trace.log(who, "joined", "task", name, "outcome", outcome);
    }
}
