package dev.weft.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
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
public record Mutant(String name, List<String> likely, List<Edit> edits) {

    private static final Path PROJECT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent(), "run by Maven, in a module");

    /// A change of one place in one source.
    ///
    /// @param source the module and the file, such as `core/Protocol.java`
    /// @param find what stands there, exactly once
    /// @param replacement what is to stand there
    public record Edit(String source, List<String> find, List<String> replacement) {

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

    /// Reads all mutants of a folder.
    ///
    /// @param folder where the files are
    /// @return the mutants in the order of the files
    public static List<Mutant> readAll(Path folder) {
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

    /// Compiles the classes that it changes.
    ///
    /// @param compiler compiles them
    /// @return the code of all of them by their names
    /// @throws IllegalStateException if what is to be replaced is not there
    public Map<String, byte[]> classes(InMemoryCompiler compiler) {
        var sources = new LinkedHashMap<String, String>();
        for (Edit edit : edits) {
            String type = typeOf(edit.source);
            String text = sources.computeIfAbsent(type, _ -> textOf(fileOf(edit.source)));
            sources.put(type, edit.in(text, name));
        }
        return compiler.compile(sources);
    }

    /// Puts the cases that are likely to notice first.
    ///
    /// @param <T> the type of the cases
    /// @param cases all cases
    /// @param nameOf gives the name of a case
    /// @return the same cases
    public <T> List<T> order(List<T> cases, Function<T, String> nameOf) {
        Predicate<T> first = each -> likely.stream().anyMatch(nameOf.apply(each)::startsWith);
        return Stream.concat(cases.stream().filter(first), cases.stream().filter(first.negate()))
                .toList();
    }

    private static Path fileOf(String source) {
        String module = source.substring(0, source.indexOf('/'));
        return PROJECT.resolve(module)
                .resolve("src/main/java")
                .resolve(typeOf(source).replace('.', '/') + ".java");
    }

    private static String typeOf(String source) {
        String file = source.startsWith("core/") ? source.substring("core/".length()) : source;
        return "dev.weft." + file.substring(0, file.length() - ".java".length()).replace('/', '.');
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
