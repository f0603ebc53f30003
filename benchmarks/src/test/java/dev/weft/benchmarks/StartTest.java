package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How processes are started.
class StartTest {

    @TempDir
    Path folder;

    @Test
    void foldersBecomeJarsAndWhatIsMissingIsLeftOut() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("some classes"));
        Files.writeString(classes.resolve("a.txt"), "a");
        Path jar = Files.createFile(folder.resolve("library.jar"));
        Path missing = folder.resolve("missing");
        var start = new Start(path(classes, missing, jar), List.of());

        Start fromJars = start.fromJars(folder);

        assertThat(fromJars.classPath()).isEqualTo(path(folder.resolve("0.jar"), jar));
        assertThat(folder.resolve("0.jar")).isNotEmptyFile();
    }

    @Test
    void preferredClassesComeFirst() {
        var start = new Start("others", List.of("-a"));

        Start preferring = start.preferring(folder);

        assertThat(preferring.classPath()).isEqualTo(folder + File.pathSeparator + "others");
        assertThat(preferring.jvmOptions()).containsExactly("-a");
    }

    @Test
    void furtherOptionsComeLast() {
        var start = new Start("classes", List.of("-a"));

        assertThat(start.with(List.of("-b")).jvmOptions()).containsExactly("-a", "-b");
    }

    private static String path(Path first, Path... others) {
        var path = new StringBuilder(first.toString());
        for (Path other : others) {
            path.append(File.pathSeparator).append(other);
        }
        return path.toString();
    }
}
