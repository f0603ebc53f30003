package dev.weft.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formats the Java files of a folder.
public final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    private static final int COLUMNS = 120;

    /// A line that could be broken: it has a blank before the last column, behind its first word.
    private static final Pattern WIDE =
            Pattern.compile("(?=.{" + (COLUMNS + 1) + "})\\h*(?:///?|\\*)?+\\h*\\S+\\h+\\S.*");

    /// The formatter takes `@Nullable` in front of a type for an annotation of the declaration and gives it a line.
    private static final Pattern LONE_NULLABLE = Pattern.compile(
            "(?m)^(\\h*@Nullable)\\R\\h*+(?!@|(?:public|protected|private|static|final|abstract)\\b)(.*)$");

    private Format() {}

    /// Formats every file of a folder and lists those that it changed.
    ///
    /// @param args the folder
    /// @throws IOException if a file cannot be read or written
    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]).toRealPath();
        for (Path file : apply(folder)) {
            IO.println("formatted " + folder.relativize(file));
        }
    }

    static List<Path> apply(Path folder) throws IOException {
        List<Path> files = unformatted(folder);
        for (Path file : files) {
            Files.writeString(file, formatted(file));
        }
        return files;
    }

    /// Finds the files that [#apply(Path)] would change.
    static List<Path> unformatted(Path folder) throws IOException {
        return javaFiles(folder).parallelStream()
                .filter(file -> !formatted(file).equals(source(file)))
                .sorted()
                .toList();
    }

    /// Finds the lines, such as comments and strings, that are too wide and that the formatter does not break.
    static List<String> wideLines(Path folder) throws IOException {
        var wide = new ArrayList<String>();
        for (Path file : javaFiles(folder)) {
            List<String> lines = source(file).lines().map(String::stripTrailing).toList();
            for (int i = 0; i < lines.size(); i++) {
                if (WIDE.matcher(lines.get(i)).matches()) {
                    wide.add(folder.relativize(file) + ":" + (i + 1));
                }
            }
        }
        return wide;
    }

    /// Finds the files of more lines than `most`.
    static List<Path> longFiles(Path folder, long most) throws IOException {
        return javaFiles(folder).stream()
                .filter(file -> source(file).lines().count() > most)
                .toList();
    }

    private static String formatted(Path file) {
        try {
            var comments = new DocComments(FORMATTER.fixImports(source(file)));
            return comments.restoreIn(joinNullable(FORMATTER.formatSource(comments.hidden())));
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ":" + e.getMessage(), e);
        }
    }

    private static String joinNullable(String formatted) {
        return LONE_NULLABLE.matcher(formatted).replaceAll(lines -> {
            String joined = lines.group(1) + " " + lines.group(2);
            return Matcher.quoteReplacement(joined.length() <= COLUMNS ? joined : lines.group());
        });
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                String name = inner.getFileName().toString();
                boolean generated = name.equals("target") || name.startsWith(".");
                return generated && !inner.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
