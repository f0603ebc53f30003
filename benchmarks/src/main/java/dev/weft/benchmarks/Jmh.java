package dev.weft.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Measures by JMH.
final class Jmh {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Jmh() {}

    /// Measures an entry in one new process.
    static Sample sample(Entry entry, Effort effort) throws RunnerException {
        Path log = Project.scratch("jmh.log");
        TimeValue iteration = TimeValue.milliseconds(effort.iteration().toMillis());
        Options options = new OptionsBuilder()
                .include(Fork.class.getName() + "\\.")
                .param("entry", entry.id())
                .forks(1)
                .warmupIterations(effort.warmups())
                .warmupTime(iteration)
                .measurementIterations(effort.iterations())
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(options(entry.contender()))
                .shouldFailOnError(true)
                .output(log.toString())
                .build();
        try {
            return sample(new Runner(options).runSingle(), entry.elements());
        } catch (RunnerException e) {
            throw new RunnerException(entry.id() + " could not be measured; " + log + " says why", e);
        }
    }

    private static String[] options(Contender contender) {
        List<String> options = new ArrayList<>(contender.jvmOptions());
        options.add(Sink.Opaque.OPTION);
        options.add("-XX:CompileCommand=quiet");
        // Some libraries have threads that live on; JMH would wait for them for half a minute.
        options.add("-Djmh.shutdownTimeout=1");
        options.add("-Djmh.shutdownTimeout.step=1");
        return options.toArray(String[]::new);
    }

    private static Sample sample(RunResult result, int elements) {
        List<Double> times = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (var fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                times.add(iteration.getPrimaryResult().getScore() / elements);
                bytes.add(allocated(iteration.getSecondaryResults()) / elements);
            }
        }
        return new Sample(times, Spread.of(bytes).median());
    }

    @SuppressWarnings("rawtypes")
    private static double allocated(Map<String, Result> results) {
        return results.entrySet().stream()
                .filter(result -> result.getKey().endsWith(ALLOCATED))
                .mapToDouble(result -> result.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
