package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs the benchmarks, prints their tables and writes them for the documents.
public final class Main {

    private final Options options;
    private final List<Entry> entries;
    private final Progress progress;

    private Main(Options options) {
        this.options = options;
        Stream<Entry> others =
                options.beside().stream().map(OtherBuild::new).flatMap(other -> Entries.of(other).list().stream());
        this.entries = Stream.concat(Entries.all().stream(), others)
                .filter(entry -> entry.contender().absence().isEmpty())
                .filter(entry -> options.include(entry.workload()))
                .toList();
        this.progress = Progress.ofProcess(steps());
    }

    /// Runs the workloads named, or all.
    ///
    /// @param arguments `quick` or `full`, and `--only` with letters of workloads
    /// @throws Exception if one of them fails
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.of(arguments);
        } catch (Options.Wrong e) {
            System.err.println("weft bench: " + e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        new Main(options).run();
    }

    private int steps() {
        int steps = entries.size() * options.effort().rounds();
        for (Chapter chapter : options.chapters()) {
            steps += switch (chapter) {
                case E -> Entries.allSuspended().size();
                case I -> Fairness.contenders();
                case K -> StartUp.steps(options.effort());
                default -> 0;
            };
        }
        return steps;
    }

    private void run() throws Exception {
        for (Contender contender : Contender.all()) {
            contender.absence().ifPresent(why -> System.err.println(contender.name() + " is left out: " + why));
        }
        Path folder = folder();
        for (Chapter chapter : options.chapters()) {
            progress.enter(chapter);
            List<Panel> panels = switch (chapter) {
                case E -> Memory.panels(options.effort(), progress);
                case I -> Fairness.panels(options.effort(), progress);
                case K -> StartUp.panels(options.effort(), progress);
                default -> measured(chapter);
            };
            progress.pause();
            write(folder, new Results(chapter, panels, verdicts(chapter, panels), options.isFirstLook()));
        }
        if (options.forDocuments()) {
            Index.update(folder);
        }
        System.err.println("Written to " + folder);
        if (options.isFirstLook()) {
            System.err.println("%s Surer, in some minutes for each letter: %s"
                    .formatted(Results.FIRST_LOOK, options.thorough().command(options.chapters())));
        }
    }

    /// What a first look says would not hold.
    private List<Verdict> verdicts(Chapter chapter, List<Panel> panels) {
        return options.isFirstLook() ? List.of() : Goals.verdicts(chapter, panels);
    }

    /// Where results go: only those of a full run replace what the documents show.
    private Path folder() {
        Path documents = Project.folder().resolve("docs/benchmarks");
        if (options.forDocuments()) {
            return documents;
        }
        return documents.resolve(options.beside().isEmpty() ? "quick" : "beside");
    }

    private void write(Path folder, Results results) throws IOException {
        System.out.println(results.text());
        results.write(folder, Machine.here(), options.command(List.of(results.chapter())));
    }

    /// Measures all entries of a chapter, round after round.
    private List<Panel> measured(Chapter chapter) throws Exception {
        Map<Entry, List<Sample>> samples = new LinkedHashMap<>();
        List<Entry> its = entries.stream()
                .filter(entry -> entry.workload().chapter() == chapter)
                .toList();
        for (int round = 0; round < options.effort().rounds(); round++) {
            for (Entry entry : its) {
                progress.step(entry.name());
                samples.computeIfAbsent(entry, _ -> new ArrayList<>())
                        .add(entry.contender().sample(entry, options.effort()));
            }
        }
        return chapter.workloads().stream()
                .filter(options::include)
                .map(workload -> new Panel(workload.title(), "ns", rows(workload, samples)))
                .toList();
    }

    private static List<Row> rows(Workload workload, Map<Entry, List<Sample>> samples) {
        return samples.entrySet().stream()
                .filter(each -> each.getKey().workload() == workload)
                .map(each -> Row.of(
                        each.getKey().name(),
                        each.getKey().contender().role(),
                        each.getKey().limit(),
                        each.getValue()))
                .toList();
    }
}
