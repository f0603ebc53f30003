package dev.weft.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Compiles changed sources of Weft against the Weft that was built.
final class InMemoryCompiler {

    private static final String CLASS_PATH = Stream.of(
                    dev.weft.Async.class,
                    dev.weft.testkit.VirtualTime.class,
                    Main.class,
                    NullMarked.class,
                    ObjectMapper.class,
                    JacksonException.class)
            .map(InMemoryCompiler::placeOf)
            .collect(Collectors.joining(System.getProperty("path.separator")));

    private InMemoryCompiler() {}

    /// Compiles sources.
    ///
    /// @param sources the texts by their places, such as `dev/weft/Async.java`
    /// @return the code of all classes by their names
    static Map<String, byte[]> compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = new Files(compiler.getStandardFileManager(null, null, null))) {
            List<String> options = List.of("-proc:none", "-nowarn", "-cp", CLASS_PATH);
            List<Source> units = sources.entrySet().stream().map(Source::of).toList();
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new IllegalStateException("does not compile: " + messages);
            }
            return files.classes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String placeOf(Class<?> type) {
        URI place = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(place).toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String place, String text) {
            super(URI.create("memory:///" + place), Kind.SOURCE);
            this.text = text;
        }

        static Source of(Map.Entry<String, String> source) {
            return new Source(source.getKey(), source.getValue());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Code extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Code(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /// Reads what was built, and keeps what is compiled.
    private static final class Files extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Code> compiled = new HashMap<>();

        Files(JavaFileManager built) {
            super(built);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return compiled.computeIfAbsent(className, Code::new);
        }

        Map<String, byte[]> classes() {
            return compiled.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().bytes.toByteArray()));
        }
    }
}
