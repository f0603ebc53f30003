package dev.weft.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.challenges.stage.Program;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Completes the starters as a learner would, and puts them to the proofs.
class CompletedStartersSpec {

    private static final Path STARTERS = Path.of("src/main/java/dev/weft/challenges/starter");

    /// For each starter, the beginnings of the lines that a learner replaces, and what by.
    private static final Map<String, List<Map.Entry<String, String>>> ANSWERS = Map.of(
            "Starter1",
            List.of(
                    Map.entry("// Await each", "for (var awaitable : awaitables) { y.yield(awaitable.await()); }"),
                    Map.entry("// In place of", "if (rest.hasNext()) { return rest.next().await(); }")),
            "Starter2",
            List.of(
                    Map.entry("// Ten times", """
                            for (int i = 0; i < 10; i++) {
                                int x = random.nextInt(0, 4);
                                sleep(java.time.Duration.ofSeconds(x));
                                y.yield(x);
                            }
                            """),
                    Map.entry("// Read numbers", "int sum = 0; for (int x : numbers) { sum += x; y.yield(sum); }")),
            "Starter3a",
            List.of(Map.entry("// For ever", """
                            while (true) {
                                sleep(java.time.Duration.ofMillis(random.nextInt(0, 1001)));
                                y.yield(random.nextInt(0, 11));
                            }
                            """), Map.entry("// Ten times", """
                            for (int i = 0; i < 10; i++) {
                                stage.println(gather(left.anext(), right.anext(), (l, r) -> l + " and " + r).await());
                            }
                            """)),
            "Starter3b",
            List.of(Map.entry("// Ten times", """
                            for (int i = 0; i < 10; i++) {
                                y.yield(gather(left.anext(), right.anext(), Integer::sum).await());
                            }
                            """)),
            "Starter4",
            List.of(
                    Map.entry("// Yield a few", "y.yield(2); sleep(java.time.Duration.ofSeconds(1)); y.yield(1);"),
                    Map.entry("// While there", """
                            while (true) {
                                try {
                                    stage.println(numbers.anext().await());
                                } catch (dev.weft.StopAsyncIteration end) {
                                    stage.println("no more");
                                    return;
                                }
                            }
                            """),
                    Map.entry("// Yield a number", "y.yield(7); throw new dev.weft.StopAsyncIteration();")),
            "Starter5",
            List.of(
                    Map.entry(
                            "// Sleep, yield", "y.yield(1); sleep(Duration.ofMillis(1)); throw new PaperJam(\"jam\");"),
                    Map.entry(
                            "stage.println(await(both)); // <- try",
                            "try { stage.println(await(both)); } catch (PaperJam jam) { return jam; }")));

    @TempDir
    private Path folder;

    @Test
    void areProved() throws Exception {
        List<Path> completed = completeAll();

        String complaints = compile(completed);
        List<String> refuted = refuted();

        assertThat(complaints).isEmpty();
        assertThat(refuted).containsOnly("PROVED").hasSize(6);
    }

    private List<Path> completeAll() throws Exception {
        try (Stream<Path> files = Files.list(STARTERS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("Starter"))
                    .map(this::complete)
                    .toList();
        }
    }

    /// Writes a starter with its gaps filled, under another name.
    private Path complete(Path starter) {
        try {
            String name = starter.getFileName().toString().replace(".java", "");
            String text = Files.readString(starter)
                    .replace("import static dev.weft.Async.generator;", "import static dev.weft.Async.*;");
            for (Map.Entry<String, String> answer : ANSWERS.get(name)) {
                String line = text.lines()
                        .filter(candidate -> candidate.strip().startsWith(answer.getKey()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " has no line " + answer.getKey()));
                text = text.replace(line, answer.getValue());
            }
            Path file = folder.resolve(name.replace("Starter", "Completed") + ".java");
            return Files.writeString(file, text.replaceAll("\\bStarter(\\d)", "Completed$1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String compile(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var complaints = new StringWriter();
        compiler.getTask(
                        complaints,
                        manager,
                        null,
                        List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        manager.getJavaFileObjectsFromPaths(files))
                .call();
        return complaints.toString();
    }

    private List<String> refuted() throws Exception {
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return Challenges.ALL.stream()
                    .map(challenge -> Trial.refuted(challenge, load(loader, challenge)))
                    .toList();
        }
    }

    private static Program load(ClassLoader loader, Challenge challenge) {
        String name = challenge.starter().getClass().getName().replace("Starter", "Completed");
        try {
            return (Program) loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }
}
