package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case, in every drive and on every engine, and under many schedules.
class CasesSpec {

    private static final int SEEDS = 50;

    static List<Path> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(CasesSpec.class.getResource("/cases").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areAllThere() throws Exception {
        assertThat(cases()).hasSize(108);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printTheirTraceInEveryDrive(Path file) {
        assertThat(differences(file, IntStream.empty())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printTheirTraceUnderEverySchedule(Path file) {
        assertThat(differences(file, IntStream.range(0, SEEDS))).isEmpty();
    }

    /// The first difference of each drive, engine and seed; without seeds, in FIFO order.
    private static List<String> differences(Path file, IntStream seeds) {
        Scenario scenario = Scenario.of(file);
        List<List<String>> orders =
                seeds.mapToObj(seed -> List.of("--seed", String.valueOf(seed))).toList();
        return (orders.isEmpty() ? List.of(List.<String>of()) : orders)
                .stream()
                        .flatMap(order -> Stream.of("thread", "auto")
                                .flatMap(engine -> Stream.of(World.Drive.values())
                                        .flatMap(drive -> {
                                            var options = options(order, engine, file);
                                            return Main.difference(file, scenario, options, drive).stream()
                                                    .map(text -> order + " " + engine + " " + drive + ": " + text);
                                        })))
                        .toList();
    }

    private static Options options(List<String> order, String engine, Path file) {
        var arguments = new java.util.ArrayList<>(order);
        arguments.addAll(List.of("--engine", engine, file.toString()));
        return Options.parse(arguments);
    }
}
