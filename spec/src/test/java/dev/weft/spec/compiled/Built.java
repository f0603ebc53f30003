package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;

/// Programs that a test writes, compiles and runs.
final class Built {

    private Built() {}

    /// Where Weft's own classes are.
    static Path weft() {
        try {
            return Path.of(Async.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Compiles sources, given by file name, against Weft.
    ///
    /// @param pathOption `--class-path` or `--module-path`
    static void compile(Path sources, Path classes, String pathOption, Map<String, String> files) throws IOException {
        var arguments = new ArrayList<>(List.of("-d", classes.toString(), pathOption, weft().toString()));
        for (var file : files.entrySet()) {
            Path path = sources.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            arguments.add(path.toString());
        }
        var javac = ToolProvider.getSystemJavaCompiler();
        var units = javac.getStandardFileManager(null, null, null)
                .getJavaFileObjects(arguments.subList(4, arguments.size()).toArray(String[]::new));
        var messages = new StringWriter();
        boolean done = javac.getTask(messages, null, null, arguments.subList(0, 4), null, units)
                .call();
        assertThat(done).as(messages.toString()).isTrue();
    }

    /// A loader of its own for some classes of this one's, which it may change on the way.
    static class Loader extends ClassLoader {
        private final String prefix;
        private final boolean withFiles;
        private final UnaryOperator<byte[]> file;
        private final UnaryOperator<byte[]> change;

        Loader(String prefix) {
            this(prefix, true, UnaryOperator.identity(), UnaryOperator.identity());
        }

        /// @param prefix how the names of the classes begin
        /// @param withFiles whether it gives their class files
        /// @param file changes the class files
        /// @param change changes what is loaded, after that
        Loader(String prefix, boolean withFiles, UnaryOperator<byte[]> file, UnaryOperator<byte[]> change) {
            super(Built.class.getClassLoader());
            this.prefix = prefix;
            this.withFiles = withFiles;
            this.file = file;
            this.change = change;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(prefix)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] loaded = change.apply(file.apply(bytes.readAllBytes()));
                return defineClass(name, loaded, 0, loaded.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public java.io.InputStream getResourceAsStream(String name) {
            var bytes = getParent().getResourceAsStream(name);
            if (bytes == null || !name.startsWith(prefix.replace('.', '/'))) {
                return bytes;
            }
            try (bytes) {
                return withFiles ? new java.io.ByteArrayInputStream(file.apply(bytes.readAllBytes())) : null;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /// The same class in another version of the format.
    static byte[] inVersion(int version, byte[] bytes) {
        var format = ClassFile.of();
        return format.transformClass(
                format.parse(bytes), ClassTransform.endHandler(builder -> builder.withVersion(version, 0)));
    }

    /// The same class with a method that its source does not have.
    static byte[] instrumented(byte[] bytes) {
        var format = ClassFile.of();
        return format.transformClass(
                format.parse(bytes),
                ClassTransform.endHandler(builder -> builder.withMethodBody(
                        "$instrument",
                        java.lang.constant.MethodTypeDesc.ofDescriptor("()V"),
                        ClassFile.ACC_STATIC,
                        code -> code.return_())));
    }
}
