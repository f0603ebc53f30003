package dev.weft.languages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.tools.FileSystemCompiler;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/// A language other than Java, with its own compiler.
enum Language {
    KOTLIN("KotlinBodies.kt") {
        @Override
        void compile(List<String> arguments) {
            var messages = new ByteArrayOutputStream();
            ExitCode code =
                    new K2JVMCompiler().exec(new PrintStream(messages, true, UTF_8), arguments.toArray(String[]::new));
            if (code != ExitCode.OK) {
                throw new IllegalStateException(messages.toString(UTF_8));
            }
        }
    },

    GROOVY("GroovyBodies.groovy") {
        @Override
        void compile(List<String> arguments) throws Exception {
            FileSystemCompiler.commandLineCompile(arguments.toArray(String[]::new));
        }
    },

    SCALA("ScalaBodies.scala") {
        @Override
        void compile(List<String> arguments) {
            if (dotty.tools.dotc.Main.process(arguments.toArray(String[]::new)).hasErrors()) {
                throw new IllegalStateException("the compiler of Scala complains");
            }
        }
    };

    private final String file;

    Language(String file) {
        this.file = file;
    }

    abstract void compile(List<String> arguments) throws Exception;

    /// Compiles the bodies of this language, and loads them.
    ///
    /// @param folder where to put the classes
    /// @param options what to tell the compiler beside the paths
    Bodies bodies(Path folder, String... options) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        URL source = Language.class.getResource("/" + file);
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path"), "-d", classes.toString()));
        arguments.add(Path.of(source.toURI()).toString());
        compile(arguments);
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Language.class.getClassLoader());
        Class<?> type = loader.loadClass(file.replaceFirst("\\..*", ""));
        return new Bodies(type.getDeclaredConstructor().newInstance());
    }
}
