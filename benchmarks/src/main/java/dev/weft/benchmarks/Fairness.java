package dev.weft.benchmarks;

import dev.weft.AsyncGenerator;
import dev.weft.benchmarks.Contender.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/// I. Many generators at the same time, more than the machine can serve at their pace: how far has each come?
public final class Fairness {

    private static final int GENERATORS = 10_000;
    private static final Map<String, Racer> RACERS = racers();

    private Fairness() {}

    /// Starts all of them, which go on for ever.
    @FunctionalInterface
    private interface Racer {

        void start(AtomicIntegerArray progress) throws Exception;
    }

    private static Map<String, Racer> racers() {
        Map<String, Racer> racers = new LinkedHashMap<>();
        racers.put("Weft", progress -> onThreads(progress, Fairness::weft));
        racers.put("Weft, thread engine", progress -> onThreads(progress, Fairness::weftOnThreads));
        racers.put("virtual threads", progress -> onThreads(progress, Fairness::loop));
        racers.put("Kotlin 2.3, coroutines 1.11, flow", KotlinFlows::race);
        racers.put("Reactor 3.8.8, delayElements", Fairness::reactor);
        return racers;
    }

    static int contenders() {
        return RACERS.size();
    }

    /// The tables of the chapter.
    static List<Panel> panels(Effort effort, Progress progress) throws Exception {
        List<Row> shares = new ArrayList<>();
        List<Row> times = new ArrayList<>();
        for (String name : RACERS.keySet()) {
            progress.step(name);
            String time = Long.toString(effort.race().toMillis());
            List<String> lines = Project.java(List.of(), Fairness.class, name, time);
            Role role = name.startsWith("Weft") ? Role.WEFT : Role.PEER;
            shares.add(Row.of(name, role, false, List.of(Sample.of(Double.parseDouble(lines.get(0))))));
            times.add(Row.of(name, role, false, List.of(Sample.of(Double.parseDouble(lines.get(1))))));
        }
        return List.of(
                new Panel("elements of the 99th of 100 divided by those of the 2nd", "times", shares),
                new Panel("time for each element, all together", "ns", times));
    }

    /// Prints the spread, and the nanoseconds for each element.
    ///
    /// @param arguments who, and for how many milliseconds
    /// @throws Exception if it fails
    public static void main(String[] arguments) throws Exception {
        var time = Duration.ofMillis(Long.parseLong(arguments[1]));
        var progress = new AtomicIntegerArray(GENERATORS);
        RACERS.get(arguments[0]).start(progress);
        while (least(progress) == 0) {
            Thread.sleep(10); // until the last has begun
        }
        int[] before = copy(progress);
        long begun = System.nanoTime();
        Thread.sleep(time);
        int[] gained = copy(progress);
        double nanos = System.nanoTime() - begun;
        Arrays.setAll(gained, i -> gained[i] - before[i]);
        Arrays.sort(gained);
        System.out.println(gained[GENERATORS * 99 / 100] / (double) Math.max(1, gained[GENERATORS / 100]));
        System.out.println(nanos / Arrays.stream(gained).sum());
        Runtime.getRuntime().halt(0); // they go on for ever
    }

    private static int[] copy(AtomicIntegerArray progress) {
        return IntStream.range(0, GENERATORS).map(progress::get).toArray();
    }

    private static int least(AtomicIntegerArray progress) {
        return IntStream.range(0, GENERATORS).map(progress::get).min().orElseThrow();
    }

    /// What one of them does, for ever.
    @FunctionalInterface
    private interface Loop {

        void run(AtomicIntegerArray progress, int index) throws Exception;
    }

    private static void onThreads(AtomicIntegerArray progress, Loop loop) {
        for (int i = 0; i < GENERATORS; i++) {
            int index = i;
            Thread.startVirtualThread(() -> {
                try {
                    loop.run(progress, index);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static void weft(AtomicIntegerArray progress, int index) {
        try (AsyncGenerator<Integer> numbers = Bodies.ticking(Integer.MAX_VALUE)) {
            for (int _ : numbers) {
                progress.incrementAndGet(index);
            }
        }
    }

    private static void weftOnThreads(AtomicIntegerArray progress, int index) throws Exception {
        Weft.onThread(() -> {
            weft(progress, index);
            return index;
        });
    }

    private static void loop(AtomicIntegerArray progress, int index) {
        while (true) {
            VirtualThreads.sleep();
            progress.incrementAndGet(index);
        }
    }

    private static void reactor(AtomicIntegerArray progress) {
        for (int i = 0; i < GENERATORS; i++) {
            int index = i;
            Flux.range(0, Integer.MAX_VALUE)
                    .delayElements(Duration.ofMillis(1))
                    .subscribe(_ -> progress.incrementAndGet(index));
        }
    }
}
