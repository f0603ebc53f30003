package dev.weft.conformance;

import dev.weft.Async;
import dev.weft.spi.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// The engines that a scenario may run on: those that are there, and `auto`, which leaves the choice to the library.
final class Engines {

    static final String AUTO = "auto";

    private Engines() {}

    /// The engines that there are, the best one first. `auto` is not among them.
    static List<String> names() {
        return ServiceLoader.load(Engine.class, Async.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((one, other) -> Integer.compare(other.rank(), one.rank()))
                .map(Engine::name)
                .toList();
    }

    /// Fails if there is no such engine.
    static void check(String name) {
        var choices = new ArrayList<>(names());
        choices.add(AUTO);
        if (!choices.contains(name)) {
            throw new BadScenario(
                    "there is no engine named \"" + name + "\"; give one of: " + String.join(", ", choices));
        }
    }
}
