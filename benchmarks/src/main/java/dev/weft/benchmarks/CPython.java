package dev.weft.benchmarks;

import static java.util.Map.entry;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CPython, by a script that does the same, if there is a `python3`.
final class CPython implements Contender {

    /// How much slower it is than what is compiled, about.
    private static final int LESS = 10;

    private static final List<Map.Entry<Workload, Way>> WAYS = List.of(
            entry(Workload.PULL_PLATFORM, new Way("async for", "pull")),
            entry(Workload.PULL_PLATFORM, new Way("anext", "anext")),
            entry(Workload.CHAIN_PULLED, new Way("comprehensions", "chain")),
            entry(Workload.STEP_READY, new Way("gather", "step")),
            entry(Workload.STEP_TIMED, new Way("gather", "timed_step")),
            entry(Workload.CREATE, new Way("anext, aclose", "create")),
            entry(Workload.DELEGATION_1, new Way("async for", "delegate")),
            entry(Workload.DELEGATION_20, new Way("async for", "delegate")),
            entry(Workload.OVERLAP, new Way("gather and semaphore", "overlap")));

    private record Way(String variant, String name) {}

    @Override
    public String name() {
        return "CPython";
    }

    @Override
    public Optional<String> absence() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        boolean found = Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
        return found ? Optional.empty() : Optional.of("there is no python3 on the PATH");
    }

    @Override
    public void enter(Entries entries) {
        WAYS.forEach(way -> enter(entries, way.getKey(), way.getValue()));
        entries.suspendedElsewhere("", CPython::bytes);
    }

    private static void enter(Entries entries, Workload workload, Way way) {
        Work once =
                n -> Long.parseLong(script(way.name(), n, workload.size(), 0).getFirst());
        if (workload.elements() < 10_000) {
            entries.add(workload, way.variant(), once);
        } else {
            entries.addLess(LESS, workload, way.variant(), once);
        }
    }

    @Override
    public Sample sample(Entry entry, Effort effort) throws Exception {
        Way way = WAYS.stream()
                .filter(each -> each.getKey() == entry.workload()
                        && each.getValue().variant().equals(entry.variant()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        long millis = effort.iterations() * effort.iteration().toMillis();
        List<String> lines =
                script(way.name(), entry.elements(), entry.workload().size(), millis);
        long result = Long.parseLong(lines.getFirst());
        if (result != entry.workload().expected(entry.elements())) {
            throw new IllegalStateException(entry.id() + " gave " + result);
        }
        return new Sample(lines.stream().skip(1).map(Double::valueOf).toList(), Double.NaN);
    }

    private static List<String> script(String workload, int n, int size, long millis)
            throws IOException, InterruptedException {
        return Project.run(List.of(
                "python3", file(), workload, Integer.toString(n), Integer.toString(size), Long.toString(millis)));
    }

    private static double bytes(int alive) throws IOException, InterruptedException {
        return Double.parseDouble(Project.run(List.of("python3", file(), "memory", Integer.toString(alive)))
                .getFirst());
    }

    private static String file() {
        return Project.folder()
                .resolve("benchmarks/src/main/python/workloads.py")
                .toString();
    }
}
