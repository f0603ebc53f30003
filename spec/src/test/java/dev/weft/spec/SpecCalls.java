package dev.weft.spec;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Which methods of Weft the specifications call, as their class files say.
final class SpecCalls {

    private static final Pattern SPEC = Pattern.compile("(\\w+Spec)(\\$\\w+)*\\.class");

    /// What speaks of all operators at once specifies none of them.
    private static final Set<String> GENERAL = Set.of("BadInputSpec", "FunctionsSpec", "LongRunsSpec", "OwnershipSpec");

    private SpecCalls() {}

    /// A call, or a reference to a method.
    ///
    /// @param owner the binary name of the class or interface that it is called on
    /// @param name the name of the method
    /// @param descriptor its parameters and its result
    record Call(String owner, String name, String descriptor) {

        /// Whether this calls a method that `type` declares.
        boolean isOf(Class<?> type, String method, String parametersAndResult) {
            return name.equals(method) && descriptor.equals(parametersAndResult) && type.isAssignableFrom(ownerClass());
        }

        private Class<?> ownerClass() {
            try {
                return Class.forName(owner, false, SpecCalls.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("a specification calls what there is not: " + this, e);
            }
        }
    }

    /// Finds the calls in the specifications below a folder of classes.
    static Set<Call> in(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(SpecCalls::isSpec).flatMap(SpecCalls::calls).collect(toSet());
        }
    }

    private static boolean isSpec(Path file) {
        var name = SPEC.matcher(file.getFileName().toString());
        return name.matches() && !GENERAL.contains(name.group(1));
    }

    private static Stream<Call> calls(Path file) {
        try {
            var pool = ClassFile.of().parse(file).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(MemberRefEntry.class::isInstance)
                    .map(MemberRefEntry.class::cast)
                    .filter(member -> member.owner().asInternalName().startsWith("dev/weft/"))
                    .map(member -> new Call(
                            member.owner().asInternalName().replace('/', '.'),
                            member.name().stringValue(),
                            member.type().stringValue()));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }
}
