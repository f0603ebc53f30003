package dev.weft.internal.compiled;

import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out whether a body is prompt: whatever its values are, each of its steps ends soon, and waits for nothing.
///
/// That is so if it calls nothing between two yields but a few methods of the JDK that are known to return at once,
/// needs no other class, makes no object but boxes, takes no lock, and each of its loops passes a yield. Then a step
/// runs each instruction at most once. There is no use in running two such steps at the same time, and who needs both
/// runs them in turn.
///
/// What cannot be told for certain is not prompt.
final class Promptness {

    /// Classes whose methods return at once and call nobody, as far as they take and return numbers.
    private static final Set<String> NUMBERS = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Math",
            "java/lang/Short");

    private final Analysis analysis;
    private final MethodCode code;
    private final BitSet yields = new BitSet(); // their positions

    private Promptness(Analysis analysis) {
        this.analysis = analysis;
        code = analysis.code;
        for (Stop stop : analysis.stops) {
            yields.set(stop.position());
        }
    }

    static boolean of(Analysis analysis) {
        return analysis.onlyYields() && new Promptness(analysis).isPrompt();
    }

    private boolean isPrompt() {
        for (int i = 0; i < code.elements.length; i++) {
            if (analysis.types.isReached(i)
                    && code.elements[i] instanceof Instruction instruction
                    && !yields.get(i)
                    && !isPrompt(instruction)) {
                return false;
            }
        }
        return !hasLoopWithoutYield();
    }

    private boolean isPrompt(Instruction instruction) {
        return switch (instruction.opcode().kind()) {
            case INVOKE -> isPrompt((InvokeInstruction) instruction);
            case FIELD_ACCESS -> isPrompt((FieldInstruction) instruction);
            case CONSTANT -> !(instruction instanceof LoadConstantInstruction load) || isPrompt(load.constantValue());
            case TYPE_CHECK ->
                isThere(((TypeCheckInstruction) instruction).type().asInternalName());
            case NEW_OBJECT, NEW_PRIMITIVE_ARRAY, NEW_REF_ARRAY, NEW_MULTI_ARRAY -> false;
            case INVOKE_DYNAMIC, MONITOR, DISCONTINUED_JSR, DISCONTINUED_RET -> false;
            default -> true;
        };
    }

    /// A method that takes text may read a property or run as long as the text is; `wait` returns nothing.
    private static boolean isPrompt(InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        if (!NUMBERS.contains(call.owner().asInternalName()) || !isNumber(type.returnType())) {
            return false;
        }
        for (ClassDesc parameter : type.parameterArray()) {
            if (!isNumber(parameter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(ClassDesc type) {
        return type.isPrimitive() ? !type.equals(ConstantDescs.CD_void) : NUMBERS.contains(Names.internal(type));
    }

    /// The first use of a class may load it, and that of a static field starts the class that declares it: both can do
    /// anything. The class of the code is there, and has started.
    private boolean isPrompt(FieldInstruction access) {
        if (!access.owner().asInternalName().equals(host())) {
            return false;
        }
        return access.opcode() == Opcode.GETFIELD || access.opcode() == Opcode.PUTFIELD || isDeclared(access);
    }

    private boolean isDeclared(FieldInstruction access) {
        for (FieldModel field : code.host.model().fields()) {
            if (field.fieldName().equals(access.name())) {
                return true;
            }
        }
        return false;
    }

    private String host() {
        return code.host.model().thisClass().asInternalName();
    }

    private boolean isThere(String type) {
        return type.startsWith("java/lang/") || type.equals(host());
    }

    /// Numbers and texts are there; what else there is may have to be computed.
    private static boolean isPrompt(ConstantDesc constant) {
        return constant instanceof Number || constant instanceof String;
    }

    /// Takes away, again and again, what nothing leads to; a loop is what cannot be taken away.
    private boolean hasLoopWithoutYield() {
        int[] before = new int[code.elements.length + 1]; // how many ways lead to a position
        for (int i = 0; i < code.elements.length; i++) {
            follow(i, before, 1, null);
        }
        var free = new ArrayDeque<Integer>();
        for (int i = 0; i < before.length; i++) {
            if (before[i] == 0) {
                free.add(i);
            }
        }
        int taken = 0;
        while (!free.isEmpty()) {
            int position = free.poll();
            taken++;
            if (position < code.elements.length) {
                follow(position, before, -1, free);
            }
        }
        return taken < before.length;
    }

    /// Adds to the number of ways to each position where control may go within the step.
    ///
    /// @param free takes those to which no way leads any more
    private void follow(int position, int[] before, int change, @Nullable ArrayDeque<Integer> free) {
        if (yields.get(position)) {
            return; // the step ends here
        }
        if (!(code.elements[position] instanceof Instruction instruction)) {
            add(position + 1, before, change, free);
            return;
        }
        if (Simulation.fallsThrough(instruction)) {
            add(position + 1, before, change, free);
        }
        for (Label target : Simulation.targets(instruction)) {
            add(code.at(target), before, change, free);
        }
        for (int handler : code.handlersOf(position)) {
            add(handler, before, change, free);
        }
    }

    private static void add(int position, int[] before, int change, @Nullable ArrayDeque<Integer> free) {
        before[position] += change;
        if (before[position] == 0 && free != null) {
            free.add(position);
        }
    }
}
