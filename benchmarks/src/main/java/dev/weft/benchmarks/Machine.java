package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What the figures depend on, without a date.
record Machine(String processor, int cores, String jdk, String system) {

    static Machine here() {
        return new Machine(
                processorName().orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()),
                "%s %s, %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")));
    }

    private static Optional<String> processorName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // not Linux
        }
    }

    /// As a list in Markdown.
    String markdown() {
        return """
                - processor: %s, %d cores
                - JDK: %s
                - system: %s
                """.formatted(processor, cores, jdk, system);
    }
}
