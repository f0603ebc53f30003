package dev.weft.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Compiles sources that are in no file, against classes that are built.
public final class InMemoryCompiler {

    private final JavaCompiler compiler;
    private final List<String> options;

    /// What is built, one for each thread that compiles, and kept open: to look through the JDK takes longer than to
    /// compile a source.
    private final ThreadLocal<JavaFileManager> built;

    /// Makes a compiler.
    ///
    /// @param compiler whose it is
    /// @param more options beside those for the class path
    /// @param known a class of each place on the class path of the sources
    public InMemoryCompiler(JavaCompiler compiler, List<String> more, Class<?>... known) {
        this.compiler = compiler;
        built = ThreadLocal.withInitial(() -> compiler.getStandardFileManager(null, null, null));
        String classPath = Stream.of(known)
                .map(InMemoryCompiler::placeOf)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
        var all = new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "25", "-cp", classPath));
        all.addAll(more);
        options = List.copyOf(all);
    }

    /// Makes a compiler of the JDK.
    ///
    /// @param known a class of each place on the class path of the sources
    /// @return the compiler
    public static InMemoryCompiler javac(Class<?>... known) {
        return new InMemoryCompiler(ToolProvider.getSystemJavaCompiler(), List.of(), known);
    }

    /// Compiles sources.
    ///
    /// @param sources the texts by the names of their classes
    /// @return the code of all classes by their names
    /// @throws IllegalArgumentException if they do not compile
    public Map<String, byte[]> compile(Map<String, String> sources) {
        var messages = new StringWriter();
        return compile(sources, messages)
                .orElseThrow(() -> new IllegalArgumentException("does not compile: " + messages));
    }

    /// Compiles sources, if they can be compiled.
    ///
    /// @param sources the texts by the names of their classes
    /// @return the code of all classes by their names, or nothing
    public Optional<Map<String, byte[]>> tryCompile(Map<String, String> sources) {
        return compile(sources, new StringWriter());
    }

    private Optional<Map<String, byte[]>> compile(Map<String, String> sources, StringWriter messages) {
        var files = new Files(built.get());
        List<Source> units = sources.entrySet().stream().map(Source::of).toList();
        boolean done =
                compiler.getTask(messages, files, null, options, null, units).call();
        return done ? Optional.of(files.classes()) : Optional.empty();
    }

    private static String placeOf(Class<?> type) {
        URI place = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(place).toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String name, String text) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
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
        private final Map<String, Code> compiled = new ConcurrentHashMap<>();

        Files(JavaFileManager built) {
            super(built);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return compiled.computeIfAbsent(className.replace('/', '.'), Code::new);
        }

        /// That of Eclipse looks for sources in files, unless it is told that they are here.
        @Override
        public boolean hasLocation(Location location) {
            return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
        }

        @Override
        public boolean contains(Location location, FileObject file) throws IOException {
            return file instanceof Source || super.contains(location, file);
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            return location == StandardLocation.SOURCE_PATH
                    ? List.of()
                    : super.list(location, packageName, kinds, recurse);
        }

        @Override
        public @Nullable JavaFileObject getJavaFileForInput(
                Location location, String className, JavaFileObject.Kind kind) throws IOException {
            return location == StandardLocation.SOURCE_PATH
                    ? null
                    : super.getJavaFileForInput(location, className, kind);
        }

        Map<String, byte[]> classes() {
            return compiled.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().bytes.toByteArray()));
        }
    }
}
