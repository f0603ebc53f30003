package dev.weft.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        List<Path> unformatted = Format.unformatted(PROJECT);

        assertThat(unformatted).as("files that `./weft format` would change").isEmpty();
    }

    @Test
    void noLineIsTooWide() throws IOException {
        List<String> wide = Format.wideLines(PROJECT);

        assertThat(wide).as("lines of more than 120 columns").isEmpty();
    }

    @Test
    void noFileIsTooLong() throws IOException {
        List<Path> tooLong = Format.longFiles(PROJECT, 400);

        assertThat(tooLong).as("files of more than 400 lines").isEmpty();
    }

    @Test
    void formatsCodeAndLeavesDocCommentsAlone() throws IOException {
        String comment = "    /// " + "word ".repeat(22) + "end";
        Path file = Files.writeString(folder.resolve("A.java"), "interface A {\n" + comment + "\n  int  a() ;\n}\n");

        Format.apply(folder);

        assertThat(file).hasContent("interface A {\n" + comment + "\n    int a();\n}\n");
    }

    @Test
    void keepsNullableBesideItsType() throws IOException {
        String source = "interface A {\n    @Nullable Object a();\n\n    @Nullable\n    static Object b() {}\n}\n";
        Path file = Files.writeString(folder.resolve("A.java"), source);

        Format.apply(folder);

        assertThat(file).hasContent(source);
    }

    @Test
    void findsWideLinesButForgivesLongWords() throws IOException {
        Files.writeString(folder.resolve("A.java"), "/// " + "x".repeat(120) + "\n/// " + "word ".repeat(24) + "\n");

        List<String> wide = Format.wideLines(folder);

        assertThat(wide).containsExactly("A.java:2");
    }

    @Test
    void findsLongFiles() throws IOException {
        Files.writeString(folder.resolve("A.java"), "//\n".repeat(3));
        Path longer = Files.writeString(folder.resolve("B.java"), "//\n".repeat(4));

        List<Path> tooLong = Format.longFiles(folder, 3);

        assertThat(tooLong).containsExactly(longer);
    }
}
