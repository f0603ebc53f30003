package dev.weft.internal.compiled;

import dev.weft.spi.Coroutine;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/// The classes that bodies and generated code name.
///
/// A provider does not import the language, so the types that bodies are written against are known by name alone.
final class Names {

    static final Set<String> YIELDERS = Set.of("dev/weft/Yielder", "dev/weft/DialogueYielder");
    static final Set<String> BODIES = Set.of("dev.weft.GeneratorBody", "dev.weft.DialogueBody");

    /// The one method of a body.
    static final String RUN = "run";

    /// What catches the signal that closes a generator, besides what catches everything.
    static final Set<String> CATCH_EXIT = Set.of("java/lang/Throwable", "java/lang/Error", "dev/weft/GeneratorExit");

    static final ClassDesc FRAME = Frame.class.describeConstable().orElseThrow();
    static final ClassDesc LINKED_FRAME = LinkedFrame.class.describeConstable().orElseThrow();
    static final ClassDesc SHAPE = Shape.class.describeConstable().orElseThrow();
    static final ClassDesc LINKAGE = Linkage.class.describeConstable().orElseThrow();
    static final ClassDesc COROUTINE = Coroutine.class.describeConstable().orElseThrow();

    static final ClassDesc METHOD_HANDLES = ClassDesc.of("java.lang.invoke.MethodHandles");

    private Names() {}

    /// The name of a class in a class file: with slashes, and a descriptor if it is an array.
    static String internal(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isClassOrInterface() ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    /// The class of that name in a class file.
    static ClassDesc named(String internal) {
        return internal.startsWith("[") ? ClassDesc.ofDescriptor(internal) : ClassDesc.ofInternalName(internal);
    }

    /// The class that boxes a primitive type.
    static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
        };
    }

    /// Writes what makes an object a value of that type: unboxes it, or casts it.
    static void cast(CodeBuilder code, ClassDesc type) {
        if (type.isPrimitive()) {
            ClassDesc box = box(type);
            code.checkcast(box).invokevirtual(box, type.displayName().concat("Value"), MethodTypeDesc.of(type));
        } else if (!type.equals(ConstantDescs.CD_Object)) {
            code.checkcast(type);
        }
    }

    /// The name of a class without its package. Unlike `getSimpleName`, this asks for no other class.
    static String simple(Class<?> type) {
        return type.getName().substring(type.getName().lastIndexOf('.') + 1);
    }

    static boolean isYielder(ClassDesc type) {
        return YIELDERS.contains(internal(type));
    }
}
