package dev.weft.benchmarks;

import dev.weft.benchmarks.Entries.Suspended;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// E. What a suspended generator takes of the heap, with many of them alive.
public final class Memory {

    private static final int MILLIONS = 10_000_000;
    private static final String HEAP = "-Xmx2g";

    /// Up to here 10,000,000 are tried: an array refers to them.
    private static final int SMALL = 200;

    private Memory() {}

    /// The tables of the chapter.
    static List<Panel> panels(Effort effort, Progress progress) throws Exception {
        List<Row> rows = new ArrayList<>();
        List<Row> millions = new ArrayList<>();
        for (Suspended each : Entries.allSuspended()) {
            if (each.contender().absence().isEmpty()) {
                progress.step(each.name());
                double bytes = each.measure().bytes(effort.alive());
                rows.add(row(each, bytes));
                if (bytes < SMALL && each.contender().role() != Contender.Role.PEER) {
                    millions.add(row(each, inTwoGigabytes(each.name())));
                }
            }
        }
        return List.of(
                new Panel("%,d alive".formatted(effort.alive()), "bytes for each", rows),
                new Panel("10,000,000 alive in a heap of 2 GB", "bytes for each", millions));
    }

    private static Row row(Suspended suspended, double bytes) {
        Contender contender = suspended.contender();
        return Row.of(suspended.name(), contender.role(), false, List.of(Sample.of(bytes)));
    }

    /// Measures in a new process.
    static double bytes(String name, int alive) throws IOException, InterruptedException {
        return bytes(List.of(), name, alive);
    }

    private static double inTwoGigabytes(String name) throws IOException, InterruptedException {
        return bytes(List.of(HEAP), name, MILLIONS);
    }

    private static double bytes(List<String> options, String name, int alive) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-XX:+UseParallelGC", "-XX:-UseAdaptiveSizePolicy"));
        return Double.parseDouble(
                Project.java(all, Memory.class, name, Integer.toString(alive)).getFirst());
    }

    /// Prints the bytes of each generator.
    ///
    /// @param arguments the name of an entry, and how many are to be alive
    public static void main(String[] arguments) {
        Suspended suspended = Entries.suspendedNamed(arguments[0]);
        System.out.println(bytes(suspended.begun(), Integer.parseInt(arguments[1])));
        Runtime.getRuntime().halt(0); // those alive may wait for ever
    }

    private static double bytes(IntFunction<Object> begun, int count) {
        for (int i = 0; i < 10_000; i++) {
            begun.apply(1_000 + i); // so that all classes are there
        }
        var alive = new Object[count];
        long before = used();
        for (int i = 0; i < count; i++) {
            alive[i] = begun.apply(1_000 + i);
        }
        double bytes = (used() - before) / (double) count;
        if (alive[count - 1] == null) {
            throw new AssertionError("the generators were dropped");
        }
        return bytes;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
