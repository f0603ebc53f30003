package dev.weft.internal.compiled;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;

/// Calls that compilers add by themselves to check that the yielder is not `null`. It never is, so they are left out.
enum NullCheck {

    /// Of Java, before a reference to a method. Gives the yielder back.
    JAVA("java/util/Objects", "(Ljava/lang/Object;)Ljava/lang/Object;", 0, "requireNonNull"),

    /// Of Kotlin, for each parameter that is declared as not nullable. Takes the yielder and its name.
    KOTLIN(
            "kotlin/jvm/internal/Intrinsics",
            "(Ljava/lang/Object;Ljava/lang/String;)V",
            2,
            "checkNotNullParameter",
            "checkNotNullExpressionValue",
            "checkParameterIsNotNull",
            "checkExpressionValueIsNotNull"),

    /// Any other call.
    NONE("", "", 0);

    private final String owner;
    private final String descriptor;
    private final List<String> names;
    private final int taken;

    NullCheck(String owner, String descriptor, int taken, String... names) {
        this.owner = owner;
        this.descriptor = descriptor;
        this.taken = taken;
        this.names = List.of(names);
    }

    /// Tells which check of the yielder a call is.
    static NullCheck of(InvokeInstruction call, State before) {
        for (NullCheck each : values()) {
            if (each.names.contains(call.name().stringValue())
                    && call.owner().name().equalsString(each.owner)
                    && call.type().equalsString(each.descriptor)
                    && before.stack
                            .get(before.stack.size() - Math.max(each.taken, 1))
                            .isYielder()) {
                return each;
            }
        }
        return NONE;
    }

    /// How many operands are gone when it has passed.
    int taken() {
        return taken;
    }
}
