package dev.weft.internal.compiled;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Set;

/// Calls that compilers add by themselves to check that the yielder is not `null`. It never is, so they are left out.
final class NullCheck {

    /// What [#takenBy] returns for any other call.
    static final int NONE = -1;

    /// Those of Kotlin, for parameters and expressions that are declared as not nullable.
    private static final Set<String> OF_KOTLIN = Set.of(
            "checkNotNullParameter",
            "checkNotNullExpressionValue",
            "checkParameterIsNotNull",
            "checkExpressionValueIsNotNull");

    private NullCheck() {}

    /// How many operands are gone when a check of the yielder has passed, or [#NONE] if a call is no such check.
    static int takenBy(InvokeInstruction call, State before) {
        if (isOfJava(call) && isYielder(before, 1)) {
            return 0;
        }
        return isOfKotlin(call) && isYielder(before, 2) ? 2 : NONE;
    }

    /// Stands before a reference to a method of the object, which it gives back.
    private static boolean isOfJava(InvokeInstruction call) {
        return call.name().equalsString("requireNonNull")
                && call.owner().name().equalsString("java/util/Objects")
                && call.type().equalsString("(Ljava/lang/Object;)Ljava/lang/Object;");
    }

    /// Takes the object and what it is called.
    private static boolean isOfKotlin(InvokeInstruction call) {
        return call.owner().name().equalsString("kotlin/jvm/internal/Intrinsics")
                && call.type().equalsString("(Ljava/lang/Object;Ljava/lang/String;)V")
                && OF_KOTLIN.contains(call.name().stringValue());
    }

    private static boolean isYielder(State before, int fromTop) {
        return before.stack.get(before.stack.size() - fromTop).isYielder();
    }
}
