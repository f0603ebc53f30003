package dev.weft.spec;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;

/// The blocks of Java in one document, compiled together.
final class Examples {

    /// What every block may use without importing it.
    private static final List<String> IMPORTS =
            List.of("import module java.base;", "import dev.weft.*;", "import static dev.weft.Async.*;");

    private static final List<String> OPTIONS = List.of("-g", "-proc:none", "-Xlint:deprecation,rawtypes,unchecked");

    private static final Pattern MAIN = Pattern.compile("void main\\(.*");

    /// The first line of a type or of a method.
    private static final Pattern DECLARATION =
            Pattern.compile("(?!(?:catch|do|else|finally|for|if|switch|synchronized|try|while)\\b)"
                    + "(?:[\\w ]*\\b(?:class|enum|interface|record) \\w.*\\{}?"
                    + "|[\\w<>?,.\\[\\] ]+ \\w+\\([^;=]*\\)(?: throws [\\w, ]+)? \\{)");

    private final List<Example> examples;
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final URL classes;

    private Examples(List<Example> examples, Path folder) throws IOException {
        this.examples = examples;
        classes = folder.toUri().toURL();
    }

    /// Compiles the examples of a document into a folder.
    static Examples of(Markdown document, Path folder) throws IOException {
        var examples = new Examples(read(document), folder);
        if (!examples.examples.isEmpty()) {
            examples.compile(folder);
        }
        return examples;
    }

    /// One test for each example.
    Stream<DynamicTest> tests() {
        return examples.stream().map(example -> dynamicTest(example.place(), () -> check(example)));
    }

    private void check(Example example) throws Exception {
        String complaints = String.join("\n", complaints(example));
        if (!complaints.isEmpty()) {
            fail(complaints);
        }
        if (!diagnostics.getDiagnostics().isEmpty()) {
            fail(example.place() + ": not run, because another example of the document does not compile");
        }
        try (var loader = new URLClassLoader(new URL[] {classes}, Examples.class.getClassLoader())) {
            example.check(loader.loadClass(example.type()));
        }
    }

    private List<String> complaints(Example example) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> isAbout(example, diagnostic))
                .map(diagnostic ->
                        example.place(diagnostic.getLineNumber()) + ": " + diagnostic.getMessage(Locale.ENGLISH))
                .toList();
    }

    private static boolean isAbout(Example example, Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getSource() instanceof Source source && source.example.equals(example);
    }

    private void compile(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path")));
        var sources = examples.stream().map(Source::new).toList();
        compiler.getTask(null, null, diagnostics, options, null, sources).call();
    }

    /// Turns the blocks of a document into classes.
    private static List<Example> read(Markdown document) {
        var examples = new ArrayList<Example>();
        String parent = "Object";
        for (Markdown.Block block : document.blocks("java")) {
            if (block.lines().stream().anyMatch(line -> MAIN.matcher(line).matches())) {
                examples.add(program(document, block));
            } else {
                Example fragment = fragment(document, block, parent);
                examples.add(fragment);
                parent = fragment.type();
            }
        }
        return examples;
    }

    private static Example program(Markdown document, Markdown.Block block) {
        var text = new Text();
        for (int i = 0; i < block.lines().size(); i++) {
            text.add(block.lines().get(i), block.line() + i);
        }
        return text.toExample(document, block, "Program" + block.line());
    }

    private static Example fragment(Markdown document, Markdown.Block block, String parent) {
        var imports = new Text();
        var members = new Text();
        var statements = new Text();
        IMPORTS.forEach(line -> imports.add(line, block.line()));
        boolean declaring = false;
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            boolean begins = DECLARATION.matcher(line).matches();
            Text part = declaring || begins ? members : line.startsWith("import ") ? imports : statements;
            part.add(line, block.line() + i);
            declaring = (declaring || begins) && !line.equals("}") && !line.endsWith("{}");
        }
        String type = "Example" + block.line();
        var text = new Text();
        text.addAll(imports);
        text.add("class " + type + " extends " + parent + " {", block.line());
        text.addAll(members);
        text.add("void main() throws Exception {", block.line());
        text.addAll(statements);
        text.add("}}", block.line() + block.lines().size());
        return text.toExample(document, block, type);
    }

    /// Lines of source, each with the line of the document that it comes from.
    private static final class Text {
        private final List<String> lines = new ArrayList<>();
        private final List<Integer> origins = new ArrayList<>();

        void add(String line, int origin) {
            lines.add(line);
            origins.add(origin);
        }

        void addAll(Text other) {
            lines.addAll(other.lines);
            origins.addAll(other.origins);
        }

        Example toExample(Markdown document, Markdown.Block block, String type) {
            return new Example(document.name(), block, type, String.join("\n", lines), List.copyOf(origins));
        }
    }

    /// The source of an example, for the compiler.
    private static final class Source extends SimpleJavaFileObject {
        private final Example example;

        Source(Example example) {
            super(URI.create("string:///" + example.type() + ".java"), Kind.SOURCE);
            this.example = example;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return example.code();
        }
    }
}
