package dev.weft.internal.compiled;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What each instruction does to the types of operands and variables.
///
/// The class file has been verified, so nothing is checked here but what becomes of the yielder: it may be loaded,
/// copied to a variable, called, and passed on; whatever else is done to it is a [Refusal].
///
/// - **Source**: The Java Virtual Machine Specification, section 4.10.1.9.
final class Steps {

    private final MethodCode code;
    private final YielderCalls calls;
    private State before = State.empty(0);
    private State state = before;
    private int position;

    /// The stops met so far, by position.
    final Map<Integer, Stop> stops = new TreeMap<>();

    /// Where the `new` is of objects that were moved around before their constructor ran.
    final Set<Integer> shuffled = new HashSet<>();

    Steps(MethodCode code, YielderCalls calls) {
        this.code = code;
        this.calls = calls;
    }

    /// Changes `state` from that before the instruction, of which `before` is a copy, to that after it.
    void step(int position, Instruction instruction, State before, State state) {
        this.position = position;
        this.before = before;
        this.state = state;
        Opcode opcode = instruction.opcode();
        switch (opcode.kind()) {
            case LOAD -> state.push(state.locals[((LoadInstruction) instruction).slot()]);
            case STORE -> store((StoreInstruction) instruction);
            case CONSTANT -> state.push(constant((ConstantInstruction) instruction));
            case ARRAY_LOAD -> arrayLoad((ArrayLoadInstruction) instruction);
            case ARRAY_STORE -> take(3, "stored in an array");
            case FIELD_ACCESS -> field((FieldInstruction) instruction);
            case INVOKE -> invoke((InvokeInstruction) instruction);
            case INVOKE_DYNAMIC -> invokeDynamic((InvokeDynamicInstruction) instruction);
            case NEW_OBJECT -> state.push(SlotType.uninitialized(position));
            case NEW_PRIMITIVE_ARRAY, NEW_REF_ARRAY, NEW_MULTI_ARRAY -> newArray(instruction);
            case TYPE_CHECK -> typeCheck((TypeCheckInstruction) instruction);
            case STACK -> shuffle(opcode);
            case CONVERT -> convert((ConvertInstruction) instruction);
            case OPERATOR -> operator(opcode);
            case BRANCH -> branch((BranchInstruction) instruction);
            case LOOKUP_SWITCH, TABLE_SWITCH -> take(1, "switched on");
            case RETURN -> take(opcode == Opcode.RETURN ? 0 : 1, "returned");
            case THROW_EXCEPTION -> take(1, "thrown");
            case MONITOR -> monitor(opcode);
            case INCREMENT, NOP -> {}
            case DISCONTINUED_JSR, DISCONTINUED_RET -> throw new Refusal(Reason.SUBROUTINE);
        }
    }

    /// Pops operands, none of which may be the yielder.
    private void take(int count, String use) {
        for (int i = 0; i < count; i++) {
            if (state.pop().isYielder()) {
                throw new Refusal(Reason.YIELDER_USED, use, code.placeOf(position));
            }
        }
    }

    private void store(StoreInstruction store) {
        SlotType type = state.pop();
        if (type.isUninitialized()) {
            throw new Refusal(Reason.UNFINISHED_IN_VARIABLE, code.placeOf(position));
        }
        state.store(store.slot(), type);
    }

    private SlotType constant(ConstantInstruction constant) {
        if (constant.opcode() == Opcode.ACONST_NULL) {
            return SlotType.NULL;
        }
        if (constant.typeKind() != TypeKind.REFERENCE) {
            return SlotType.of(constant.typeKind());
        }
        var entry = ((ConstantInstruction.LoadConstantInstruction) constant).constantEntry();
        if (entry instanceof StringEntry) {
            return SlotType.of(ConstantDescs.CD_String);
        }
        if (entry instanceof ClassEntry) {
            return SlotType.of(ConstantDescs.CD_Class);
        }
        if (entry instanceof MethodTypeEntry) {
            return SlotType.of(ConstantDescs.CD_MethodType);
        }
        throw new Refusal(Reason.COMPUTED_CONSTANT, code.placeOf(position));
    }

    private void arrayLoad(ArrayLoadInstruction load) {
        state.pop();
        SlotType array = state.pop();
        state.push(load.opcode() == Opcode.AALOAD ? array.element() : SlotType.of(load.typeKind()));
    }

    private void field(FieldInstruction access) {
        switch (access.opcode()) {
            case GETSTATIC -> {}
            case GETFIELD, PUTSTATIC -> take(1, "stored in a field");
            default -> take(2, "stored in a field");
        }
        if (access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.GETFIELD) {
            state.push(SlotType.of(access.typeSymbol()));
        }
    }

    private void invoke(InvokeInstruction call) {
        int checked = NullCheck.takenBy(call, before);
        if (checked != NullCheck.NONE) {
            for (int i = 0; i < checked; i++) {
                state.pop();
            }
            return;
        }
        Stop stop = calls.classify(position, call, before);
        if (stop != null) {
            stops.put(position, stop);
        } else if (CallerSensitive.contains(call)) {
            throw new Refusal(
                    Reason.LOOKS_AT_CALLER,
                    call.owner().asSymbol().displayName() + "." + call.name().stringValue(),
                    code.placeOf(position));
        }
        for (int i = call.typeSymbol().parameterCount(); i > 0; i--) {
            state.pop();
        }
        if (call.opcode() != Opcode.INVOKESTATIC) {
            SlotType receiver = state.pop();
            if (receiver.isUninitialized()) {
                Collections.replaceAll(
                        state.stack, receiver, SlotType.of(call.owner().asSymbol()));
            }
        }
        pushResult(call.typeSymbol().returnType());
    }

    private void pushResult(ClassDesc type) {
        if (!type.equals(ConstantDescs.CD_void)) {
            state.push(SlotType.of(type));
        }
    }

    private void invokeDynamic(InvokeDynamicInstruction call) {
        for (int i = call.typeSymbol().parameterCount(); i > 0; i--) {
            if (state.pop().isYielder()) {
                throw new Refusal(isLambda(call) ? Reason.NESTED_LAMBDA : Reason.LINKED_LATE, code.placeOf(position));
            }
        }
        pushResult(call.typeSymbol().returnType());
    }

    private static boolean isLambda(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().displayName().equals("LambdaMetafactory");
    }

    private void newArray(Instruction instruction) {
        if (instruction instanceof NewMultiArrayInstruction made) {
            for (int i = 0; i < made.dimensions(); i++) {
                state.pop();
            }
            state.push(SlotType.of(made.arrayType().asSymbol()));
            return;
        }
        state.pop();
        ClassDesc element = instruction instanceof NewReferenceArrayInstruction made
                ? made.componentType().asSymbol()
                : ((NewPrimitiveArrayInstruction) instruction).typeKind().upperBound();
        state.push(SlotType.of(element.arrayType()));
    }

    private void typeCheck(TypeCheckInstruction check) {
        boolean sameType = check.type().asInternalName().equals(calls.yielderType());
        if (check.opcode() == Opcode.CHECKCAST && sameType && state.top().isYielder()) {
            return;
        }
        take(1, "cast or tested for its type");
        state.push(check.opcode() == Opcode.CHECKCAST ? SlotType.of(check.type().asSymbol()) : SlotType.INT);
    }

    private void convert(ConvertInstruction conversion) {
        state.pop();
        state.push(SlotType.of(conversion.toType()));
    }

    private void operator(Opcode operator) {
        switch (operator) {
            case INEG, LNEG, FNEG, DNEG -> {}
            case ARRAYLENGTH -> {
                state.pop();
                state.push(SlotType.INT);
            }
            case LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> {
                state.pop();
                state.pop();
                state.push(SlotType.INT);
            }
            default -> state.pop(); // the result has the type of the first operand, even of a shift
        }
    }

    private void branch(BranchInstruction branch) {
        switch (branch.opcode()) {
            case GOTO, GOTO_W -> {}
            case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE ->
                take(2, "compared");
            default -> take(1, "compared");
        }
    }

    private void monitor(Opcode opcode) {
        take(1, "locked");
        state.monitors += opcode == Opcode.MONITORENTER ? 1 : -1;
    }

    private void shuffle(Opcode opcode) {
        switch (opcode) {
            case POP -> moved(words(1));
            case POP2 -> moved(words(2));
            case DUP -> state.push(state.top());
            case DUP_X1 -> duplicate(1, 1);
            case DUP_X2 -> duplicate(1, 2);
            case DUP2 -> duplicate(2, 0);
            case DUP2_X1 -> duplicate(2, 1);
            case DUP2_X2 -> duplicate(2, 2);
            case SWAP -> {
                List<SlotType> top = moved(words(1));
                state.stack.addAll(state.stack.size() - 1, top);
                moved(List.of(state.top()));
            }
            default -> throw new IllegalArgumentException(opcode.toString());
        }
    }

    /// Copies the top words to below the words that are below them.
    private void duplicate(int words, int below) {
        List<SlotType> top = moved(words(words));
        List<SlotType> under = moved(words(below));
        state.stack.addAll(top);
        state.stack.addAll(under);
        state.stack.addAll(top);
    }

    private List<SlotType> words(int count) {
        var taken = new ArrayList<SlotType>();
        for (int words = 0; words < count; words += taken.getFirst().size()) {
            taken.addFirst(state.pop());
        }
        return taken;
    }

    private List<SlotType> moved(List<SlotType> types) {
        for (SlotType type : types) {
            if (type.isUninitialized()) {
                shuffled.add(type.madeAt());
            }
        }
        return types;
    }
}
