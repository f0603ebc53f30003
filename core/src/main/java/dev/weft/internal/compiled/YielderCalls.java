package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what a call is in which the body's yielder takes part: one of its own methods, or a call that passes it on.
///
/// A call that lands on one method, whatever the receiver is, is resolved here, so that the method can be looked at
/// before anything runs: if it cannot be compiled, neither can its caller. Where the receiver decides, [Dispatch] does
/// so at each call.
final class YielderCalls {

    private final MethodCode code;
    private final String yielderType;

    YielderCalls(MethodCode code, int yielder) {
        this.code = code;
        this.yielderType = Names.internal(code.parameters.get(yielder).type());
    }

    /// The type by which the body knows its yielder.
    String yielderType() {
        return yielderType;
    }

    /// Classifies a call. Returns `null` if the yielder takes no part in it.
    @Nullable Stop classify(int position, InvokeInstruction call, State before) {
        int operands = call.typeSymbol().parameterCount() + (call.opcode() == Opcode.INVOKESTATIC ? 0 : 1);
        List<SlotType> arguments = before.stack.subList(before.stack.size() - operands, before.stack.size());
        int yielder = arguments.indexOf(SlotType.YIELDER);
        if (yielder < 0) {
            return null;
        }
        if (arguments.lastIndexOf(SlotType.YIELDER) != yielder) {
            throw refused(Reason.YIELDER_PASSED, call, position);
        }
        if (before.monitors > 0) {
            throw new Refusal(Reason.IN_LOCK, code.placeOf(position));
        }
        if (yielder == 0 && call.opcode() != Opcode.INVOKESTATIC) {
            return new Stop(position, ownMethod(position, call), call, before, operands, null);
        }
        return new Stop(position, Stop.Kind.CALL, call, before, operands, callee(position, call, yielder));
    }

    private Stop.Kind ownMethod(int position, InvokeInstruction call) {
        if (call.owner().asInternalName().equals(yielderType)) {
            String name = call.name().stringValue();
            if (name.equals("yield")) {
                return Stop.Kind.YIELD;
            }
            if (name.equals("yieldAll")) {
                return Stop.Kind.YIELD_ALL;
            }
            if (name.equals("use")) {
                return Stop.Kind.USE;
            }
        }
        throw refused(Reason.YIELDER_METHOD, call, position);
    }

    private @Nullable Callee callee(int position, InvokeInstruction call, int yielder) {
        String owner = call.owner().asInternalName();
        MethodTypeDesc type = call.typeSymbol();
        int parameter = call.opcode() == Opcode.INVOKESTATIC ? yielder : yielder - 1;
        if (call.name().equalsString("<init>")
                || owner.startsWith("[")
                || owner.startsWith("java/")
                || !Names.internal(type.parameterType(parameter)).equals(yielderType)) {
            throw refused(Reason.YIELDER_PASSED, call, position);
        }
        return Selection.fixedTarget(code.host, call, yielder);
    }

    private Refusal refused(Reason why, InvokeInstruction call, int position) {
        String owner = call.owner().asSymbol().displayName();
        return new Refusal(why, owner + "." + call.name().stringValue(), code.placeOf(position));
    }
}
