package dev.weft.differential;

import dev.weft.Async;
import dev.weft.mutants.InMemoryCompiler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/// Who compiles random bodies.
public enum Compiler {

    /// The JDK's own, with what debuggers want to know, as most builds have it.
    JAVAC(ToolProvider.getSystemJavaCompiler(), "-g"),

    /// That of Eclipse, whose code looks different.
    ECJ(new EclipseCompiler());

    private final InMemoryCompiler compiler;

    Compiler(JavaCompiler compiler, String... options) {
        this.compiler = new InMemoryCompiler(compiler, List.of(options), Async.class, Host.class);
    }

    /// Compiles sources, if they can be compiled.
    ///
    /// @param sources the texts by the names of their classes
    /// @return the code of all classes by their names, or nothing
    public Optional<Map<String, byte[]>> compile(Map<String, String> sources) {
        return compiler.tryCompile(sources);
    }
}
