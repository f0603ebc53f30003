package dev.weft.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was asked for.
///
/// @param effort how much is done
/// @param chapters what is measured
/// @param beside what else is measured: other checkouts, each with a core that was built there
record Options(Effort effort, SortedSet<Chapter> chapters, List<Path> beside) {

    /// What is measured by programs of their own, which know only the Weft that is here.
    private static final Set<Chapter> PROGRAMS = Set.of(Chapter.E, Chapter.I, Chapter.K);

    static final String USAGE = """
            Usage: ./weft bench [quick|full] [--only LETTER,...] [--beside CHECKOUT]...

              quick               a first look, in less than five minutes on two idle cores (the default)
              full                three processes for each row, and longer: what the documents show, in an hour
              --beside CHECKOUT   Weft as it is in another checkout, too, where its core was built: what has a change
                                  brought? Not E, I and K; written to docs/benchmarks/beside
              --only LETTER,...   only these workloads:
            """ + letters();

    /// What was asked for is not to be had.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    static Options of(String... arguments) throws Wrong {
        @Nullable Effort effort = null;
        SortedSet<Chapter> chapters = new TreeSet<>(List.of(Chapter.values()));
        var beside = new ArrayList<Path>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "quick" -> effort = only(effort, Effort.QUICK);
                case "full" -> effort = only(effort, Effort.FULL);
                case "--only" -> {
                    if (++i == arguments.length) {
                        throw new Wrong("--only needs letters, such as A,B; there are " + Chapter.letters());
                    }
                    chapters = chapters(arguments[i]);
                }
                case "--beside" -> {
                    if (++i == arguments.length) {
                        throw new Wrong("--beside needs the folder of another checkout");
                    }
                    Path checkout = checkout(arguments[i]);
                    if (beside.stream().anyMatch(other -> OtherBuild.name(other).equals(OtherBuild.name(checkout)))) {
                        throw new Wrong("two checkouts are named " + OtherBuild.name(checkout) + "; rename one");
                    }
                    beside.add(checkout);
                }
                default ->
                    throw new Wrong("unknown option " + arguments[i] + "; there are quick, full, --only and --beside");
            }
        }
        if (!beside.isEmpty() && PROGRAMS.containsAll(chapters)) {
            throw new Wrong("--beside does not go with E, I and K alone, which are programs of their own; add another"
                    + " workload to --only");
        }
        return new Options(effort == null ? Effort.QUICK : effort, chapters, List.copyOf(beside));
    }

    private static Effort only(@Nullable Effort before, Effort effort) throws Wrong {
        if (before != null && before != effort) {
            throw new Wrong("quick and full do not go together; choose one");
        }
        return effort;
    }

    private static Path checkout(String folder) throws Wrong {
        Path checkout = Path.of(folder);
        if (!Files.isDirectory(OtherBuild.core(checkout))) {
            throw new Wrong("there is no " + OtherBuild.core(checkout)
                    + "; build it there: ./weft mvn -pl core -am package -DskipTests");
        }
        return checkout;
    }

    /// Whether time matters more than what is measured.
    boolean isFirstLook() {
        return effort == Effort.QUICK;
    }

    /// Whether the documents are to show what is measured.
    boolean forDocuments() {
        return effort == Effort.FULL && beside.isEmpty();
    }

    private static SortedSet<Chapter> chapters(String letters) throws Wrong {
        var chapters = new TreeSet<Chapter>();
        for (String letter : letters.split(",", -1)) {
            chapters.add(Chapter.of(letter.strip())
                    .orElseThrow(() -> new Wrong("unknown workload '" + letter + "'; there are " + Chapter.letters())));
        }
        return chapters;
    }

    private static String letters() {
        var lines = new StringBuilder();
        Arrays.stream(Chapter.values())
                .forEach(chapter ->
                        lines.append("                        %s  %s%n".formatted(chapter, chapter.title())));
        return lines.toString();
    }

    /// Whether a workload is measured. A first look leaves out those between the smallest and the largest of a kind.
    boolean include(Workload workload) {
        return chapters.contains(workload.chapter()) && !(isFirstLook() && Sizes.isBetween(workload));
    }

    /// The same, measured with more effort.
    Options thorough() {
        return new Options(Effort.FULL, chapters, beside);
    }

    /// What leads to the same measurements of some chapters.
    String command(Collection<Chapter> some) {
        var command = new StringBuilder("./weft bench " + effort.name());
        if (some.size() < Chapter.values().length) {
            command.append(" --only ").append(some.stream().map(Chapter::name).collect(Collectors.joining(",")));
        }
        beside.forEach(checkout -> command.append(" --beside ").append(checkout));
        return command.toString();
    }
}
