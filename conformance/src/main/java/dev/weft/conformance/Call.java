package dev.weft.conformance;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.StopAsyncIteration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A call on a generator: what it is called in traces, and the awaitable that makes it.
record Call(Op op, World world) {

    /// The fields that name the call: op, gen, and what is passed.
    Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("op", op.name());
        if (op.has("gen")) {
            fields.put("gen", op.text("gen"));
        }
        for (String extra : List.of("default", "value", "kind")) {
            if (op.mentions(extra)) {
                fields.put(extra, op.value(extra));
            }
        }
        return fields;
    }

    Awaitable<?> awaitable() {
        Dialogue<@Nullable Object, @Nullable Object, @Nullable Object> generator = world.generator(op.text("gen"));
        return switch (op.name()) {
            case "anext" -> op.mentions("default") ? generator.anext(op.value("default")) : generator.anext();
            case "asend" -> generator.asend(op.value("value"));
            case "athrow" -> generator.athrow(Kinds.make(op.text("kind")));
            case "aclose" -> generator.aclose();
            case "collect" -> once(() -> collect(generator));
            default -> throw new BadScenario("unknown call \"" + op.name() + "\"");
        };
    }

    private List<@Nullable Object> collect(AsyncGenerator<@Nullable Object> generator) throws Exception {
        if (world.drive == World.Drive.PUSH) {
            return generator.toList();
        }
        var items = new ArrayList<@Nullable Object>();
        while (true) {
            Awaitable<@Nullable Object> step = generator.anext();
            try {
                items.add(step.await());
            } catch (StopAsyncIteration end) {
                return items;
            }
        }
    }

    /// An awaitable of the language's own, which can be awaited once as those of the library can.
    private static <T extends @Nullable Object> Awaitable<T> once(Awaitable<T> awaitable) {
        var used = new AtomicBoolean();
        return () -> {
            if (used.getAndSet(true)) {
                throw Kinds.sneak(Kinds.make("RuntimeError:reused_awaitable"));
            }
            return awaitable.await();
        };
    }

    /// Makes the call and logs it. A failure is logged and thrown.
    @Nullable Object run(String who) throws Exception {
        world.trace.log(who, "call", fields());
        try {
            Object value = awaitable().await();
            world.trace.log(who, "result", "op", op.name(), "gen", op.text("gen"), "value", value);
            return value;
        } catch (Throwable failure) {
            world.trace.log(who, "error", "op", op.name(), "gen", op.text("gen"), "kind", Kinds.of(failure));
            throw failure;
        }
    }
}
