package dev.weft.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A document of the project: its blocks of code and its links.
///
/// @param root the folder of the project
/// @param name the document's path from there, with slashes
/// @param lines the text
record Markdown(Path root, String name, List<String> lines) {

    private static final String FENCE = "```";
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#+ +(.*)");

    /// A block of code.
    ///
    /// @param line the number of its first line
    /// @param lines the code
    record Block(int line, List<String> lines) {}

    /// Reads the documents of a project: those in its root, those under `docs` and those of the adapters.
    static List<Markdown> of(Path root) throws IOException {
        try (Stream<Path> top = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"));
                Stream<Path> adapters = Files.walk(root.resolve("adapters"), 2)) {
            return Stream.of(top, docs, adapters)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        }
    }

    static Markdown read(Path root, Path file) {
        try {
            String name = root.relativize(file).toString().replace('\\', '/');
            return new Markdown(root, name, Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    /// Finds the blocks of code in one language.
    List<Block> blocks(String language) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                if (lines.get(i).equals(FENCE + language)) {
                    blocks.add(new Block(i + 2, lines.subList(i + 1, end)));
                }
                i = end;
            }
        }
        return blocks;
    }

    /// Lists the links that lead nowhere, each with its line.
    List<String> brokenLinks() {
        var broken = new ArrayList<String>();
        List<String> prose = prose();
        for (int i = 0; i < prose.size(); i++) {
            Matcher link = LINK.matcher(CODE_SPAN.matcher(prose.get(i)).replaceAll(""));
            while (link.find()) {
                if (!leadsSomewhere(link.group(1))) {
                    broken.add(name + ":" + (i + 1) + " -> " + link.group(1));
                }
            }
        }
        return broken;
    }

    private boolean leadsSomewhere(String target) {
        if (target.matches("[a-z]+:.*")) {
            return true;
        }
        String[] parts = target.split("#", 2);
        Path here = root.resolve(name).normalize();
        Path file = parts[0].isEmpty() ? here : here.resolveSibling(parts[0]).normalize();
        if (!file.startsWith(root.normalize()) || !Files.exists(file)) {
            return false;
        }
        return parts.length == 1 || read(root, file).anchors().contains(parts[1]);
    }

    private Set<String> anchors() {
        var anchors = new HashSet<String>();
        for (String line : prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                anchors.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
            }
        }
        return anchors;
    }

    /// The lines, with those inside of blocks of code empty.
    private List<String> prose() {
        var prose = new ArrayList<String>(lines.size());
        boolean code = false;
        for (String line : lines) {
            boolean fence = line.startsWith(FENCE);
            prose.add(code || fence ? "" : line);
            code ^= fence;
        }
        return prose;
    }
}
