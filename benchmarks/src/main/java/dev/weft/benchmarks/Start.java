package dev.weft.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/// How processes are started.
///
/// @param classPath where their classes are
/// @param jvmOptions what their virtual machines are told
record Start(String classPath, List<String> jvmOptions) {

    private static final Effort LEAST = new Effort("least", 1, 1, 1, Duration.ofMillis(1), 0, Duration.ZERO);

    /// With the classes that this process has.
    static Start asHere() {
        return new Start(System.getProperty("java.class.path"), List.of());
    }

    /// With further options.
    Start with(List<String> options) {
        return new Start(
                classPath, Stream.concat(jvmOptions.stream(), options.stream()).toList());
    }

    /// With the classes of a folder in place of others of the same names.
    Start preferring(Path classes) {
        return new Start(classes.toAbsolutePath() + File.pathSeparator + classPath, jvmOptions);
    }

    /// With a jar for each folder of classes. Neither an AOT cache nor an archive knows anything else.
    ///
    /// @param folder where the jars are made
    Start fromJars(Path folder) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                entries.add(pack(path, folder.resolve(entries.size() + ".jar")));
            } else if (Files.exists(path)) { // else it would have to be missing from then on
                entries.add(entry);
            }
        }
        return new Start(String.join(File.pathSeparator, entries), jvmOptions);
    }

    private static String pack(Path classes, Path jar) {
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (status != 0) {
            throw new IllegalStateException("no jar could be made of " + classes);
        }
        return jar.toString();
    }

    /// Sooner, for measurements by JMH: what JMH loads in its processes is kept ready to be used, in an archive. They
    /// take nearly as long to start as `quick` takes to measure.
    ///
    /// @param folder where jars and archive are made
    static Start archived(Path folder) throws RunnerException {
        Path archive = folder.resolve("jmh.jsa");
        Start jars = asHere().fromJars(folder);
        Entry any = Entries.of(new ByHand()).list().getFirst();
        Jmh.sample(any, LEAST, jars.with(List.of("-XX:ArchiveClassesAtExit=" + archive)));
        return jars.with(List.of("-XX:SharedArchiveFile=" + archive));
    }
}
