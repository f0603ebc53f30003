package dev.weft.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks and prints a table of them.
public final class Main {

    private static final Map<String, Class<?>> MEASURED =
            new TreeMap<>(Map.of("B", Pull.class, "F", Create.class, "G", Depth.class));
    private static final Set<String> PROGRAMS = Set.of("E", "K");

    private Main() {}

    /// Runs the workloads named, or all.
    ///
    /// @param arguments `quick` or `full`, and `--only` with letters of workloads
    /// @throws RunnerException if JMH fails
    /// @throws IOException if a process cannot be started
    /// @throws InterruptedException if this is interrupted
    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        boolean full = false;
        Set<String> only = new TreeSet<>(MEASURED.keySet());
        only.addAll(PROGRAMS);
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "quick" -> full = false;
                case "full" -> full = true;
                case "--only" -> {
                    Set<String> known = Set.copyOf(only);
                    only = i + 1 < arguments.length
                            ? new TreeSet<>(List.of(arguments[++i].split(",")))
                            : Set.of("--only without letters");
                    if (!known.containsAll(only)) {
                        usage(known);
                    }
                }
                default -> usage(only);
            }
        }
        for (String workload : only) {
            if (MEASURED.containsKey(workload)) {
                print(workload, measured(MEASURED.get(workload), full));
            } else if (workload.equals("E")) {
                System.out.println("\nE  bytes for each suspended generator");
                process(List.of(), System.getProperty("java.class.path"), Memory.class);
            } else {
                startUp();
            }
        }
    }

    private static void usage(Collection<String> known) {
        System.err.println("Usage: ./weft bench [quick|full] [--only LETTERS], with letters of "
                + String.join(",", known) + " between commas");
        System.exit(2);
    }

    private static Collection<RunResult> measured(Class<?> workload, boolean full) throws RunnerException {
        System.err.println("measuring " + workload.getSimpleName() + " …");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(workload.getName() + "\\.")
                .verbosity(VerboseMode.SILENT)
                .forks(full ? 5 : 2)
                .warmupIterations(full ? 8 : 4)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(full ? 10 : 5)
                .measurementTime(TimeValue.milliseconds(500));
        return new Runner(options.build()).run();
    }

    /// A row for each contender: its median, the least and the greatest measurement, and how often Weft's median goes
    /// into it is for the reader.
    private static void print(String letter, Collection<RunResult> results) {
        System.out.println("\n" + letter + "  ns for each operation: median (least to greatest)");
        for (RunResult result : results) {
            var times = new ArrayList<Double>();
            result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults()
                            .forEach(iteration ->
                                    times.add(iteration.getPrimaryResult().getScore())));
            times.sort(null);
            String name = result.getParams().getBenchmark();
            String depth = result.getParams().getParam("depth");
            System.out.printf(
                    Locale.ROOT,
                    "   %-26s %9.2f  (%.2f to %.2f)%n",
                    name.substring(name.lastIndexOf('.') + 1) + (depth == null ? "" : " " + depth),
                    times.get(times.size() / 2),
                    times.getFirst(),
                    times.getLast());
        }
    }

    private static void startUp() throws IOException, InterruptedException {
        System.out.println("\nK  the first element, of the first body and of each further one");
        Path folder = Files.createTempDirectory("weft");
        Path cache = folder.resolve("weft.aot");
        String jars = jars(folder); // a cache knows jars only
        for (int i = 0; i < 3; i++) {
            System.out.print("   plain      ");
            process(List.of(), jars, StartUp.class);
        }
        System.out.print("   training   ");
        process(List.of("-XX:AOTCacheOutput=" + cache), jars, StartUp.class);
        for (int i = 0; i < 3; i++) {
            System.out.print("   AOT cache  ");
            process(List.of("-XX:AOTCache=" + cache), jars, StartUp.class);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /// The class path, with a jar for each folder in it.
    private static String jars(Path folder) {
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                Path jar = folder.resolve(entries.size() + ".jar");
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", entry, ".");
                entries.add(jar.toString());
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void process(List<String> options, String path, Class<?> main)
            throws IOException, InterruptedException {
        System.out.flush();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", path, main.getName()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(main.getSimpleName() + " ended with status " + status);
        }
    }
}
