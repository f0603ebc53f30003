package dev.weft.benchmarks;

import dev.weft.AsyncGenerator;
import dev.weft.benchmarks.Contender.Role;
import dev.weft.benchmarks.HandWritten.LookAhead;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// K. The first element of the first generator of a process, and of the first generator of each further body.
public final class StartUp {

    private static final String WEFT = "Weft";
    private static final List<String> PEERS = List.of(
            "java.util.stream, iterator",
            "Kotlin 2.3, iterator {}",
            "Reactor 3.8.8, toIterable(1)",
            "RxJava 3.1.12, blockingIterable(1)",
            "bsc async-generator 4.3.1, iterator",
            "virtual threads, SynchronousQueue");

    private StartUp() {}

    /// The tables of the chapter.
    static List<Panel> panels(Effort effort, Progress progress) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("weft");
        try {
            return panels(folder, effort, progress);
        } finally {
            delete(folder);
        }
    }

    private static List<Panel> panels(Path folder, Effort effort, Progress progress)
            throws IOException, InterruptedException {
        String jars = jars(folder); // a cache knows jars only
        String cache = "-XX:AOTCache=" + folder.resolve("weft.aot");
        progress.step("training of the AOT cache");
        Project.java(List.of("-XX:AOTCacheOutput=" + folder.resolve("weft.aot")), jars, StartUp.class, WEFT);
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put(WEFT, List.of());
        ways.put("Weft, AOT cache", List.of(cache));
        ways.put("Weft, thread engine", List.of("-Ddev.weft.engine=thread"));
        Map<String, List<Sample>> first = new LinkedHashMap<>();
        Map<String, List<Sample>> further = new LinkedHashMap<>();
        for (int round = 0; round < rounds(effort); round++) {
            for (var way : ways.entrySet()) {
                progress.step(way.getKey());
                List<String> lines = Project.java(way.getValue(), jars, StartUp.class, WEFT);
                add(first, way.getKey(), lines.get(0));
                add(further, way.getKey(), lines.get(1));
            }
            for (String peer :
                    Stream.concat(Stream.of("hand-written"), PEERS.stream()).toList()) {
                progress.step(peer);
                add(
                        first,
                        peer,
                        Project.java(List.of(), jars, StartUp.class, peer).getFirst());
            }
        }
        return List.of(
                new Panel("the first element of a process", "ms", rows(first)),
                new Panel("the first element of each further body", "ms", rows(further)));
    }

    /// How many steps the chapter has.
    static int steps(Effort effort) {
        return 1 + rounds(effort) * (4 + PEERS.size());
    }

    private static int rounds(Effort effort) {
        return 2 * effort.rounds() - 1;
    }

    private static void add(Map<String, List<Sample>> samples, String name, String millis) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(Sample.of(Double.parseDouble(millis)));
    }

    private static List<Row> rows(Map<String, List<Sample>> samples) {
        return samples.entrySet().stream()
                .map(each -> Row.of(each.getKey(), role(each.getKey()), false, each.getValue()))
                .toList();
    }

    private static Role role(String name) {
        if (name.startsWith(WEFT)) {
            return Role.WEFT;
        }
        return PEERS.contains(name) ? Role.PEER : Role.BY_HAND;
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

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    /// Prints the milliseconds to the first element and, for Weft, to that of each further body, which is a median.
    ///
    /// @param arguments who
    /// @throws InterruptedException if it is interrupted
    public static void main(String[] arguments) throws InterruptedException {
        long begun = System.nanoTime();
        if (!arguments[0].equals(WEFT)) {
            pull(arguments[0]);
            System.out.println(millisSince(begun));
            System.exit(0);
        }
        double[] times = new double[StartUpBodies.ALL.size()];
        for (int i = 0; i < times.length; i++) {
            begun = i == 0 ? begun : System.nanoTime();
            IntFunction<AsyncGenerator<Integer>> body = StartUpBodies.ALL.get(i);
            body.apply(10).iterator().next();
            times[i] = millisSince(begun);
        }
        double first = times[0];
        double[] further = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(further);
        System.out.println(first);
        System.out.println(further[further.length / 2]);
    }

    private static double millisSince(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    /// Pulls one element. A switch, so that nothing is loaded but what is needed.
    private static void pull(String name) throws InterruptedException {
        if (name.startsWith("virtual threads")) {
            VirtualThreads.count(1).take();
            return;
        }
        Iterator<Integer> numbers = switch (name.substring(0, 3)) {
            case "jav" -> JavaStreams.count(10).iterator();
            case "Kot" -> KotlinSequences.count(10);
            case "Rea" -> Reactor.count(10).toIterable(1).iterator();
            case "RxJ" -> RxJava.count(10).blockingIterable(1).iterator();
            case "bsc" -> BscGenerators.count(10);
            default -> new LookAhead(10);
        };
        if (numbers.hasNext()) {
            numbers.next();
        }
    }
}
