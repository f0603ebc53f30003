package dev.weft.internal.compiled;

import static dev.weft.internal.compiled.FrameLayout.local;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Writes `resume`: the code of the method, entered anew at each stop.
///
/// It begins with a switch on `state`. State 0 loads the parameters and falls into the code; every other state puts
/// back what its stop has saved and jumps behind the call there. Then follows the method's own code, instruction for
/// instruction, with each variable moved up by [FrameLayout#SHIFT], each stop written by [StopCode], and each return
/// leaving the result.
///
/// Invariant: at each label the frame has the types that the method declares there, less the variables that are dead
/// and less the yielder, which is `null`.
final class ResumeCode {

    private static final int NO_LINE = -1;

    private final CodeBuilder code;
    private final Analysis analysis;
    private final FrameLayout layout;
    private final StackMaps maps;
    private final StopCode stops;
    private final MemberCode members;
    private final List<Label> resumed = new ArrayList<>();
    private final BitSet used;
    private int met; // how many stops have been written
    private int lineToCome = NO_LINE; // of the instructions that follow, if any of them is reached

    ResumeCode(CodeBuilder code, Analysis analysis, FrameLayout layout) {
        this.code = code;
        this.analysis = analysis;
        this.layout = layout;
        used = usedVariables(analysis);
        maps = new StackMaps(analysis, layout.self());
        int spareLocal = local(analysis.code.maxLocals);
        stops = new StopCode(code, analysis, layout, maps, spareLocal);
        members = new MemberCode(code, analysis, spareLocal);
    }

    void write() {
        writeEntry();
        CodeElement[] elements = analysis.code.elements;
        for (int i = 0; i < elements.length; i++) {
            if (!(elements[i] instanceof Instruction instruction)) {
                writeMark(i, elements[i]);
            } else if (analysis.types.isReached(i)) {
                writeLine();
                writeInstruction(i, instruction);
            }
        }
        code.with(maps.table());
    }

    /// Writes the line number of what follows. One for code that is left out may point behind the last instruction.
    private void writeLine() {
        if (lineToCome != NO_LINE) {
            code.lineNumber(lineToCome);
            lineToCome = NO_LINE;
        }
    }

    // ---- entry ----

    private void writeEntry() {
        if (!analysis.stops.isEmpty()) {
            writeSwitch();
        }
        if (initializesHost()) {
            ClassDesc host = analysis.code.host.model().thisClass().asSymbol();
            code.invokedynamic(DynamicCallSiteDesc.of(
                    Linkage.INITIALIZE, "initialize", MethodTypeDesc.of(ConstantDescs.CD_void), host));
        }
        stops.restore(layout.fields().parameters());
        code.nop(); // the code may begin with a label, which must not meet that of state 0
    }

    /// Whether a call of the method may be the first use of its class. That of a lambda's method never is.
    private boolean initializesHost() {
        return analysis.code.isStatic() && !analysis.code.method.flags().has(AccessFlag.SYNTHETIC);
    }

    private void writeSwitch() {
        var cases = new ArrayList<SwitchCase>();
        for (int i = 1; i <= analysis.stops.size(); i++) {
            resumed.add(code.newLabel());
            cases.add(SwitchCase.of(i, code.newLabel()));
        }
        Label begin = code.newLabel();
        code.aload(0).getfield(Names.FRAME, "state", ConstantDescs.CD_int).tableswitch(1, cases.size(), begin, cases);
        for (int i = 0; i < cases.size(); i++) {
            Label entry = cases.get(i).target();
            code.labelBinding(entry);
            maps.declareEntry(entry);
            stops.restore(analysis.stops.get(i));
            code.goto_(resumed.get(i));
        }
        code.labelBinding(begin);
        maps.declareEntry(begin);
    }

    // ---- the method's own code ----

    private void writeMark(int position, CodeElement mark) {
        if (mark instanceof LabelTarget target) {
            code.labelBinding(target.label());
            State state = analysis.types.arrivedAt(position);
            if (state != null) {
                maps.declare(target.label(), state.locals, analysis.liveness.before(position), state.stack);
            }
        } else if (mark instanceof LineNumber number) {
            lineToCome = number.line();
        } else if (mark instanceof ExceptionCatch range && isReached(range)) {
            code.exceptionCatch(range.tryStart(), range.tryEnd(), range.handler(), range.catchType());
        } else if (mark instanceof LocalVariable variable
                && used.get(variable.slot())
                && isReached(variable.startScope(), variable.endScope())) {
            code.localVariable(
                    local(variable.slot()),
                    variable.name(),
                    variable.type(),
                    variable.startScope(),
                    variable.endScope());
        } else if (mark instanceof LocalVariableType variable
                && used.get(variable.slot())
                && isReached(variable.startScope(), variable.endScope())) {
            code.localVariableType(
                    local(variable.slot()),
                    variable.name(),
                    variable.signature(),
                    variable.startScope(),
                    variable.endScope());
        }
    }

    /// The variables that the code loads or stores: a debugger must not be told of others.
    private static BitSet usedVariables(Analysis analysis) {
        var used = new BitSet();
        CodeElement[] elements = analysis.code.elements;
        for (int i = 0; i < elements.length; i++) {
            if (!analysis.types.isReached(i)) {
                continue;
            }
            State before = analysis.types.before(i);
            if (elements[i] instanceof LoadInstruction load && !before.locals[load.slot()].isYielder()) {
                used.set(load.slot());
            } else if (elements[i] instanceof StoreInstruction store
                    && !before.top().isYielder()) {
                used.set(store.slot());
            } else if (elements[i] instanceof IncrementInstruction increment) {
                used.set(increment.slot());
            }
        }
        return used;
    }

    /// Whether a handler can be reached at all, and anything is left of what it covers.
    private boolean isReached(ExceptionCatch range) {
        return analysis.types.arrivedAt(analysis.code.at(range.handler())) != null
                && isReached(range.tryStart(), range.tryEnd());
    }

    private boolean isReached(Label start, Label end) {
        for (int i = analysis.code.at(start); i < analysis.code.at(end); i++) {
            if (analysis.types.isReached(i)) {
                return true;
            }
        }
        return false;
    }

    private void writeInstruction(int position, Instruction instruction) {
        State before = analysis.types.before(position);
        switch (instruction.opcode().kind()) {
            case LOAD -> writeLoad((LoadInstruction) instruction, before);
            case STORE -> writeStore((StoreInstruction) instruction, before);
            case INCREMENT -> {
                var increment = (IncrementInstruction) instruction;
                code.iinc(local(increment.slot()), increment.constant());
            }
            case INVOKE -> writeInvoke(position, (InvokeInstruction) instruction);
            case INVOKE_DYNAMIC -> members.invokeDynamic((InvokeDynamicInstruction) instruction);
            case FIELD_ACCESS -> members.field((FieldInstruction) instruction);
            case NEW_OBJECT ->
                members.makeNew(
                        position,
                        ((NewObjectInstruction) instruction).className().asSymbol(),
                        maps);
            case RETURN -> writeReturn();
            case STACK, TYPE_CHECK -> {
                if (isVoid(instruction.opcode(), before)) {
                    code.nop();
                } else {
                    code.with(instruction);
                }
            }
            default -> code.with(instruction);
        }
    }

    private void writeLoad(LoadInstruction load, State before) {
        if (before.locals[load.slot()].isYielder()) {
            code.aconst_null();
        } else {
            code.loadLocal(load.typeKind(), local(load.slot()));
        }
    }

    private void writeStore(StoreInstruction store, State before) {
        if (before.top().isYielder()) {
            code.pop();
        } else {
            code.storeLocal(store.typeKind(), local(store.slot()));
        }
    }

    /// Whether an instruction concerns only what is not there: the yielder, or an object whose `new` is postponed.
    private boolean isVoid(Opcode opcode, State before) {
        return (opcode == Opcode.CHECKCAST && before.top().isYielder())
                || (opcode == Opcode.DUP && analysis.isLeftOut(before.top()));
    }

    private void writeInvoke(int position, InvokeInstruction call) {
        int checked = NullCheck.takenBy(call, analysis.types.before(position));
        if (met < analysis.stops.size() && analysis.stops.get(met).position() == position) {
            Stop stop = analysis.stops.get(met);
            stops.write(stop, met + 1, resumed.get(met));
            met++;
        } else if (checked != NullCheck.NONE) {
            code.nop();
            for (int i = 0; i < checked; i++) {
                code.pop();
            }
        } else {
            members.invoke(position, call);
        }
    }

    /// Ends the frame. The result is boxed, as whoever gets it knows no more of the method.
    private void writeReturn() {
        ClassDesc type = analysis.code.method.methodTypeSymbol().returnType();
        if (type.isPrimitive() && !type.equals(ConstantDescs.CD_void)) {
            ClassDesc box = Names.box(type);
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
        }
        if (!type.equals(ConstantDescs.CD_void)) {
            code.aload(0).swap();
            if (layout.linked()) {
                code.putfield(Names.LINKED_FRAME, "exchange", ConstantDescs.CD_Object);
            } else {
                code.putfield(layout.self(), FrameLayout.RESULT, ConstantDescs.CD_Object);
            }
        }
        code.getstatic(Names.COROUTINE, "END", ConstantDescs.CD_Object).areturn();
    }
}
