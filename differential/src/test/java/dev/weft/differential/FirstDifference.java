package dev.weft.differential;

import dev.weft.differential.bodies.Themes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Compares bodies on each engine up to the first one that differs, or is not compiled though it should be.
///
/// Made by reflection, in class loaders that have a Weft of their own.
final class FirstDifference implements Function<List<String>, Optional<String>> {

    @Override
    public Optional<String> apply(List<String> names) {
        return names.stream().flatMap(name -> differences(name).stream()).findFirst();
    }

    private static Optional<String> differences(String name) {
        Sample sample = Stream.concat(Samples.all(), Samples.slow())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (Samples.reason(sample).isEmpty() && !sample.explain().engine().equals("compiled")) {
            return Optional.of(sample + " falls back: " + sample.explain());
        }
        return name.startsWith(Themes.SLOW.getSimpleName())
                ? Comparison.memory(sample)
                : Scripts.of(sample)
                        .flatMap(script -> Comparison.engines(sample, script).stream())
                        .findFirst();
    }
}
