package dev.weft.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders of the project, and processes of its programs.
final class Project {

    private Project() {}

    /// Where the project is, found from where this class is.
    static Path folder() {
        try {
            Path classes = Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A file that is of no use afterwards.
    static Path scratch(String name) {
        return folder().resolve("benchmarks/target").resolve(name);
    }

    /// Runs the main class of this module that has a name, in a new process, and returns what it prints.
    static List<String> java(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return java(options, System.getProperty("java.class.path"), main, arguments);
    }

    static List<String> java(List<String> options, String path, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", path, main.getName()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /// Runs a command and returns the lines that it prints.
    static List<String> run(List<String> command) throws IOException, InterruptedException {
        Path log = scratch("process.log");
        Files.createDirectories(log.getParent());
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException("%s ended with status %d; %s says why"
                        .formatted(String.join(" ", shown(command)), status, log));
            }
            return output.lines().toList();
        } finally {
            process.destroy();
        }
    }

    private static List<String> shown(List<String> command) {
        return command.stream()
                .filter(word -> !word.contains(File.pathSeparator))
                .toList();
    }
}
