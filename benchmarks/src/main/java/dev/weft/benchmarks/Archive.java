package dev.weft.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.openjdk.jmh.runner.RunnerException;

/// What every process of JMH loads before it measures, kept in a form that is loaded at once: most of the time of a
/// short measurement is the start of its process. The virtual machine keeps only what comes from jars.
final class Archive {

    private static final Path FOLDER = Project.scratch("archive");
    private static final Path FILE = FOLDER.resolve("jmh.jsa");
    private static final String CLASS_PATH = "java.class.path";

    private Archive() {}

    /// From now on, the processes that this one starts load jars, and those of JMH what the shortest of measurements
    /// needed.
    static void make() throws IOException, RunnerException {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(FILE);
        System.setProperty(CLASS_PATH, jars(System.getProperty(CLASS_PATH), FOLDER));
        Entry first = Entries.of(new ByHand()).list().getFirst();
        Jmh.sample(first, Effort.LEAST, List.of("-XX:ArchiveClassesAtExit=" + FILE));
    }

    /// A class path with a jar for each folder in it.
    private static String jars(String path, Path folder) {
        var entries = new ArrayList<String>();
        for (String entry : path.split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                Path jar = folder.resolve(entries.size() + ".jar");
                pack(Path.of(entry), jar);
                entries.add(jar.toString());
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path classes, Path jar) {
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (status != 0) {
            throw new IllegalStateException("no jar could be made of " + classes);
        }
    }

    /// What a process is told so that it loads what is kept, if it comes from the jars.
    static List<String> options() {
        boolean kept = System.getProperty(CLASS_PATH).startsWith(FOLDER.toString()) && Files.exists(FILE);
        return kept ? List.of("-XX:SharedArchiveFile=" + FILE) : List.of();
    }
}
