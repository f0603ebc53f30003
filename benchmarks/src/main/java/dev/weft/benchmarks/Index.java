package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The part of the README of the results that is written by the results: which goals are met.
final class Index {

    private static final String BEGIN = "<!-- Written by ./weft bench full: from here -->\n";
    private static final String END = "<!-- to here. -->\n";

    private Index() {}

    /// Writes it anew, from the pages that there are.
    static void update(Path folder) throws IOException {
        Path readme = folder.resolve("README.md");
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(readme + " has no place for the goals, which begins with " + BEGIN.strip());
        }
        String goals = goals(folder);
        Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + goals + text.substring(end));
    }

    private static String goals(Path folder) throws IOException {
        var goals = new StringBuilder();
        int all = 0;
        int met = 0;
        for (Chapter chapter : Chapter.values()) {
            Path page = folder.resolve(chapter.file() + ".md");
            if (Files.exists(page)) {
                goals.append("\n[%s. %s](%s)\n\n".formatted(chapter, chapter.title(), page.getFileName()));
                for (String line : verdicts(page)) {
                    goals.append(line).append('\n');
                    all++;
                    met += line.startsWith(Verdict.MET) ? 1 : 0;
                }
            }
        }
        return "\n%d of %d goals are met.\n%s\n".formatted(met, all, goals);
    }

    private static List<String> verdicts(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith(Verdict.MET) || line.startsWith(Verdict.NOT_MET))
                .toList();
    }
}
