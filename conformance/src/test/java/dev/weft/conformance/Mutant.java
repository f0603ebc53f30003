package dev.weft.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A mistake that a suite must notice: what it is, and how it is planted in the sources.
///
/// The files under `mutants` list them: `#` the name, `likely` the cases to try first, `in` the source of what follows,
/// `-` lines of it, and `+` what stands there instead. White space counts for nothing.
///
/// @param name what is wrong
/// @param likely the beginnings of the names of cases that are likely to notice
/// @param edits how to plant it
record Mutant(String name, List<String> likely, List<Edit> edits) {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /// A change of one place in one source.
    ///
    /// @param source the module and the file, such as `core/Protocol.java`
    /// @param find what stands there, exactly once
    /// @param replacement what is to stand there
    record Edit(String source, List<String> find, List<String> replacement) {

        private String in(String text, String mutant) {
            String words = find.stream()
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("\\s+"));
            Matcher place = Pattern.compile(words).matcher(text);
            long count = place.results().count();
            if (count != 1) {
                throw new IllegalStateException("the mutant \"" + mutant + "\" is stale: what it replaces is found "
                        + count + " times in " + source + ": " + String.join(" ", find));
            }
            return place.replaceFirst(Matcher.quoteReplacement(String.join("\n", replacement)));
        }
    }

    static List<Mutant> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Mutant> read(Path file) {
        var mutants = new ArrayList<Mutant>();
        String source = "";
        boolean replacing = true;
        for (String line : textOf(file).lines().toList()) {
            String rest = line.substring(line.indexOf(' ') + 1);
            List<Edit> edits = mutants.isEmpty() ? List.of() : mutants.getLast().edits;
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '#' -> mutants.add(new Mutant(rest, new ArrayList<>(), new ArrayList<>()));
                case 'l' -> mutants.getLast().likely.addAll(List.of(rest.split(" ")));
                case 'i' -> source = rest;
                case '-' -> {
                    if (replacing) {
                        edits.add(new Edit(source, new ArrayList<>(), new ArrayList<>()));
                    }
                    edits.getLast().find.add(rest);
                }
                case '+' -> edits.getLast().replacement.add(rest);
                default -> {} // a blank line or a note
            }
            replacing = !line.startsWith("-");
        }
        return mutants;
    }

    /// Returns the code of all classes that it changes, by their names.
    Map<String, byte[]> classes() {
        var sources = new LinkedHashMap<String, String>();
        for (Edit edit : edits) {
            String place = placeOf(edit.source);
            String text = sources.computeIfAbsent(
                    place, _ -> textOf(rootOf(edit.source).resolve(place)));
            sources.put(place, edit.in(text, name));
        }
        return InMemoryCompiler.compile(sources);
    }

    /// The cases with the likely ones first.
    List<Path> order(List<Path> cases) {
        Map<Boolean, List<Path>> parts = cases.stream()
                .collect(Collectors.partitioningBy(
                        file -> likely.stream().anyMatch(String.valueOf(file.getFileName())::startsWith)));
        return Stream.concat(parts.get(true).stream(), parts.get(false).stream())
                .toList();
    }

    private static Path rootOf(String source) {
        return PROJECT.resolve(source.substring(0, source.indexOf('/'))).resolve("src/main/java");
    }

    private static String placeOf(String source) {
        return "dev/weft/" + (source.startsWith("core/") ? source.substring("core/".length()) : source);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
