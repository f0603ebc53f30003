package dev.weft.spec;

import static java.util.stream.Collectors.groupingBy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// What the source says of one method.
///
/// @param place the file and the line of the method
/// @param name the method
/// @param comment its comment
record Contract(String place, String name, String comment) {

    /// Lists the methods of a source file whose comment has no example, nor a link to an overload that has one.
    static List<String> withoutExample(Path file, Set<String> names) throws IOException {
        Map<String, List<Contract>> overloads = read(file).stream()
                .filter(contract -> names.contains(contract.name))
                .collect(groupingBy(Contract::name));
        return overloads.values().stream()
                .flatMap(Contract::withoutExample)
                .sorted()
                .toList();
    }

    private static Stream<String> withoutExample(List<Contract> overloads) {
        boolean any = overloads.stream().anyMatch(Contract::hasExample);
        return overloads.stream()
                .filter(contract -> !contract.hasExample() && !(any && contract.linksToAnOverload()))
                .map(contract -> contract.place + ": no {@snippet} in the comment of " + contract.name);
    }

    private boolean hasExample() {
        return comment.contains("{@snippet ");
    }

    private boolean linksToAnOverload() {
        return comment.contains("[#" + name + "(");
    }

    private static List<Contract> read(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            var contracts = new ArrayList<Contract>();
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(file, unit, DocTrees.instance(task), contracts).scan(unit, null);
            }
            return contracts;
        }
    }

    /// Collects the methods of a file that are not private.
    private static final class Reader extends TreePathScanner<Void, Void> {
        private final Path file;
        private final CompilationUnitTree unit;
        private final DocTrees docs;
        private final List<Contract> contracts;

        Reader(Path file, CompilationUnitTree unit, DocTrees docs, List<Contract> contracts) {
            this.file = file;
            this.unit = unit;
            this.docs = docs;
            this.contracts = contracts;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (!method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
                long start = docs.getSourcePositions().getStartPosition(unit, method);
                String place = file.getFileName() + ":" + unit.getLineMap().getLineNumber(start);
                String comment = Objects.requireNonNullElse(docs.getDocComment(getCurrentPath()), "");
                contracts.add(new Contract(place, method.getName().toString(), comment));
            }
            return null; // what stands in a method is no contract
        }
    }
}
