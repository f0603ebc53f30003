package dev.weft.internal.compiled;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The type of a local variable or operand, as finely as the verifier tells them apart, with one addition: the body's
/// own yielder is a type of its own.
///
/// In generated code nothing is left of the yielder. Where the body has it, on the stack or in a variable, the frame
/// has `null`.
final class SlotType {

    enum Kind {
        NONE,
        INT,
        FLOAT,
        LONG,
        DOUBLE,
        NULL,
        REFERENCE,
        UNINITIALIZED,
        YIELDER
    }

    static final SlotType NONE = new SlotType(Kind.NONE, null, -1);
    static final SlotType INT = new SlotType(Kind.INT, ConstantDescs.CD_int, -1);
    static final SlotType FLOAT = new SlotType(Kind.FLOAT, ConstantDescs.CD_float, -1);
    static final SlotType LONG = new SlotType(Kind.LONG, ConstantDescs.CD_long, -1);
    static final SlotType DOUBLE = new SlotType(Kind.DOUBLE, ConstantDescs.CD_double, -1);
    static final SlotType NULL = new SlotType(Kind.NULL, null, -1);
    static final SlotType YIELDER = new SlotType(Kind.YIELDER, null, -1);

    private final Kind kind;
    private final @Nullable ClassDesc type;
    private final int madeAt;

    private SlotType(Kind kind, @Nullable ClassDesc type, int madeAt) {
        this.kind = kind;
        this.type = type;
        this.madeAt = madeAt;
    }

    /// The type that a value of a declared type has in a slot.
    static SlotType of(ClassDesc declared) {
        return declared.isPrimitive() ? of(TypeKind.from(declared)) : new SlotType(Kind.REFERENCE, declared, -1);
    }

    static SlotType of(TypeKind primitive) {
        return switch (primitive) {
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case BOOLEAN, BYTE, CHAR, SHORT, INT -> INT;
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.toString());
        };
    }

    /// The type of an object between the `new` at that place and its constructor.
    static SlotType uninitialized(int newAt) {
        return new SlotType(Kind.UNINITIALIZED, null, newAt);
    }

    Kind kind() {
        return kind;
    }

    boolean isYielder() {
        return kind == Kind.YIELDER;
    }

    boolean isUninitialized() {
        return kind == Kind.UNINITIALIZED;
    }

    /// Where the `new` of an uninitialized object is.
    int madeAt() {
        return madeAt;
    }

    boolean isWide() {
        return kind == Kind.LONG || kind == Kind.DOUBLE;
    }

    int size() {
        return isWide() ? 2 : 1;
    }

    /// Whether a frame needs a field to keep it. What is always `null` is made again instead.
    boolean needsField() {
        return kind != Kind.NULL && kind != Kind.YIELDER;
    }

    /// The type of a field or parameter that can hold it.
    ClassDesc descriptor() {
        return Objects.requireNonNull(type, "a slot of kind " + kind + " has no descriptor");
    }

    /// Which family of instructions loads and stores it.
    TypeKind instructions() {
        return switch (kind) {
            case INT -> TypeKind.INT;
            case LONG -> TypeKind.LONG;
            case FLOAT -> TypeKind.FLOAT;
            case DOUBLE -> TypeKind.DOUBLE;
            default -> TypeKind.REFERENCE;
        };
    }

    /// The type of what an `aaload` takes out of it.
    SlotType element() {
        return kind == Kind.NULL ? NULL : of(Objects.requireNonNull(descriptor().componentType()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlotType that
                && kind == that.kind
                && madeAt == that.madeAt
                && Objects.equals(type, that.type);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(type) + madeAt;
    }

    @Override
    public String toString() {
        return type == null ? kind.name() : type.displayName();
    }
}
