package dev.weft.conformance;

import dev.weft.Async;
import dev.weft.Awaitable;
import dev.weft.Dialogue;
import dev.weft.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the parts of a running scenario share: its generators, its awaitables and tasks by name, and its trace.
final class World {

    final Trace trace = new Trace();
    final Drive drive;
    private final Map<String, List<Op>> bodies;
    private final Map<String, Dialogue<@Nullable Object, @Nullable Object, @Nullable Object>> generators =
            new HashMap<>();
    private final Map<String, Awaitable<?>> refs = new HashMap<>();
    private final Map<String, Task<?>> started = new HashMap<>();
    private final Map<String, Task<?>> tasks = new HashMap<>();
    private @Nullable BadScenario bad;

    /// How a whole generator is read at once.
    enum Drive {
        PULL,
        PUSH
    }

    World(Map<String, List<Op>> bodies, Drive drive) {
        this.bodies = bodies;
        this.drive = drive;
    }

    /// Returns the one generator of that name, made at first mention.
    Dialogue<@Nullable Object, @Nullable Object, @Nullable Object> generator(String name) {
        List<Op> ops = known(bodies, name, "generator");
        return generators.computeIfAbsent(
                name,
                key -> Async.<@Nullable Object, @Nullable Object, @Nullable Object>dialogue(
                        key, y -> new BodyRun(this, "gen:" + key).run(y, ops)));
    }

    /// What the run found wrong with the scenario, wherever that was thrown.
    @Nullable BadScenario bad() {
        return bad;
    }

    void ref(String name, Awaitable<?> awaitable) {
        refs.put(name, awaitable);
    }

    Awaitable<?> ref(String name) {
        return known(refs, name, "awaitable");
    }

    void started(String name, Task<@Nullable Object> task) {
        started.put(name, task);
        ref(name, new Started<@Nullable Object>(task));
    }

    Task<?> started(String name) {
        return known(started, name, "started call");
    }

    void task(String name, Task<?> task) {
        tasks.put(name, task);
    }

    /// The task that was spawned under that name, or else the call that was started under it.
    Task<?> task(String name) {
        return known(tasks.containsKey(name) ? tasks : started, name, "task");
    }

    private <V> V known(Map<String, V> map, String name, String what) {
        V value = map.get(name);
        if (value == null) {
            bad = new BadScenario("there is no " + what + " named \"" + name + "\" yet");
            throw bad;
        }
        return value;
    }
}
