package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case, in every drive and on every engine, and under many schedules.
@Execution(ExecutionMode.CONCURRENT)
class CasesSpec {

    private static final int SEEDS = 50;

    static List<Path> cases() {
        return Cases.all();
    }

    @Test
    void areAllThere() {
        assertThat(Cases.ofTheReference()).hasSize(108);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printTheirTraceInEveryDriveOnEveryEngine(Path file) {
        List<String> engines =
                Stream.concat(Engines.names().stream(), Stream.of(Engines.AUTO)).toList();

        List<String> differences = differences(file, engines, List.of(List.of()));

        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printTheirTraceUnderEverySchedule(Path file) {
        List<List<String>> seeds = IntStream.range(0, SEEDS)
                .mapToObj(seed -> List.of("--seed", String.valueOf(seed)))
                .toList();

        List<String> differences = differences(file, Engines.names(), seeds);

        assertThat(differences).isEmpty();
    }

    /// The differences in each drive, on each of the engines, in each order.
    private static List<String> differences(Path file, List<String> engines, List<List<String>> orders) {
        Scenario scenario = Scenario.of(file);
        List<Map<?, ?>> expected = Json.readTrace(scenario.trace());
        return engines.stream()
                .flatMap(engine -> orders.stream().map(order -> options(file, order, engine)))
                .flatMap(options -> Stream.of(World.Drive.values())
                        .flatMap(drive -> Runner.difference(scenario, expected, options, drive)
                                .map(text -> options + " " + drive + ": " + text)
                                .stream()))
                .toList();
    }

    private static Options options(Path file, List<String> order, String engine) {
        var arguments = new ArrayList<>(order);
        arguments.addAll(List.of("--engine", engine, file.toString()));
        return Options.parse(arguments);
    }
}
