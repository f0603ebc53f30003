package dev.weft.spec.compiled;

import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// A body in code that no Java compiler writes: the class, and the file that its loader shows, which may differ.
record Crafted(byte[] loaded, byte[] file) {

    static final ClassDesc YIELDER = descriptor(Yielder.class);
    static final MethodTypeDesc RUN = MethodTypeDesc.of(ConstantDescs.CD_void, YIELDER);

    private static final String NAME = "Crafted";

    /// A body whose `run` has that code; the yielder is in variable 1.
    static Crafted of(Consumer<CodeBuilder> run) {
        byte[] bytes = withRun(ClassFile.of(), run);
        return new Crafted(bytes, bytes);
    }

    /// A body that has its `run` from interfaces.
    static Crafted of(Class<?>... interfaces) {
        byte[] bytes = bytes(
                ClassFile.of(),
                type -> type.withInterfaceSymbols(
                        Arrays.stream(interfaces).map(Crafted::descriptor).toList()));
        return new Crafted(bytes, bytes);
    }

    /// The same class, whose file shows other code, and no stack maps.
    Crafted withFile(Consumer<CodeBuilder> run) {
        return new Crafted(loaded, withRun(ClassFile.of(StackMapsOption.DROP_STACK_MAPS), run));
    }

    Crafted withFileOf(Class<?> other) throws IOException {
        String name = other.getName().replace('.', '/') + ".class";
        try (var bytes = other.getClassLoader().getResourceAsStream(name)) {
            return new Crafted(loaded, bytes.readAllBytes());
        }
    }

    Crafted withField(ClassDesc type) {
        var format = ClassFile.of();
        byte[] bytes = format.transformClass(
                format.parse(loaded), ClassTransform.endHandler(builder -> builder.withField("added", type, 0)));
        return new Crafted(bytes, bytes);
    }

    private static byte[] withRun(ClassFile format, Consumer<CodeBuilder> run) {
        return bytes(
                format,
                type -> type.withInterfaceSymbols(List.of(descriptor(GeneratorBody.class)))
                        .withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, run));
    }

    private static byte[] bytes(ClassFile format, Consumer<ClassBuilder> rest) {
        return format.build(ClassDesc.of(NAME), type -> {
            type.withMethodBody(
                    "<init>",
                    ConstantDescs.MTD_void,
                    ClassFile.ACC_PUBLIC,
                    code -> code.aload(0)
                            .invokespecial(ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void)
                            .return_());
            rest.accept(type);
        });
    }

    private static ClassDesc descriptor(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /// Hands out what is on the stack.
    static void yieldTop(CodeBuilder code) {
        code.aload(1)
                .swap()
                .invokeinterface(YIELDER, "yield", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object));
    }

    GeneratorBody<Object> body() throws ReflectiveOperationException {
        return body("");
    }

    /// Makes a body.
    ///
    /// @param unseen the name of a class that its loader does not find
    @SuppressWarnings("unchecked")
    GeneratorBody<Object> body(String unseen) throws ReflectiveOperationException {
        return (GeneratorBody<Object>)
                new Loader(unseen).define().getDeclaredConstructor().newInstance();
    }

    private final class Loader extends ClassLoader {
        private final String unseen;

        Loader(String unseen) {
            super(Crafted.class.getClassLoader());
            this.unseen = unseen;
        }

        Class<?> define() {
            return defineClass(NAME, loaded, 0, loaded.length);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(unseen)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.equals(NAME + ".class") ? new ByteArrayInputStream(file) : super.getResourceAsStream(name);
        }
    }
}
