package dev.weft.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Runs scenarios up to the first one that does not print its trace, and names that one.
///
/// Made by reflection, in class loaders that have a Weft of their own.
final class FirstDifference implements Function<List<Path>, Optional<String>> {

    @Override
    public Optional<String> apply(List<Path> files) {
        return files.stream().flatMap(file -> differences(file).stream()).findFirst();
    }

    private static Optional<String> differences(Path file) {
        Scenario scenario = Scenario.of(file);
        Options options = Options.parse(List.of("--engine", "thread", file.toString()));
        List<Map<?, ?>> expected = Json.readTrace(scenario.trace());
        for (World.Drive drive : World.Drive.values()) {
            Optional<String> difference = Runner.difference(scenario, expected, options, drive);
            if (difference.isPresent()) {
                return Optional.of(scenario.name() + "\n" + drive + ": " + difference.get());
            }
        }
        return Optional.empty();
    }
}
