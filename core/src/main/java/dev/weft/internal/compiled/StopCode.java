package dev.weft.internal.compiled;

import static dev.weft.internal.compiled.FrameLayout.local;

import dev.weft.internal.compiled.FrameFields.Field;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Writes what a frame does at a stop: it saves what is alive and returns, and when it is resumed puts everything back
/// and goes on as if the call had just returned, or thrown.
///
/// Where the call was, there is now, in order: what goes out, the saving, the return; a label, which the switch at the
/// beginning of `resume` leads to; and what comes in. All of it lies where the call lay between the labels of the code,
/// so that what is thrown in meets the handlers of the call.
final class StopCode {

    private static final MethodTypeDesc RECEIVED =
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Throwable);

    private final CodeBuilder code;
    private final Analysis analysis;
    private final FrameLayout layout;
    private final StackMaps maps;
    private final int spareLocal;

    StopCode(CodeBuilder code, Analysis analysis, FrameLayout layout, StackMaps maps, int spareLocal) {
        this.code = code;
        this.analysis = analysis;
        this.layout = layout;
        this.maps = maps;
        this.spareLocal = spareLocal;
    }

    // ---- stopping ----

    /// Writes a stop in place of its call.
    void write(Stop stop, int number, Label resumed) {
        boolean yields = stop.kind() == Stop.Kind.YIELD;
        boolean covered = !analysis.present(stop.kept()).isEmpty();
        if (yields) {
            code.swap().pop(); // what was the yielder
            if (covered) {
                code.astore(spareLocal);
            }
        } else {
            writeRequest(stop);
        }
        saveOperands(stop);
        saveVariables(stop);
        clear(stop);
        code.aload(0).loadConstant(number).putfield(Names.FRAME, "state", ConstantDescs.CD_int);
        if (!yields) {
            code.getstatic(Names.LINKED_FRAME, stop.kind().name(), ConstantDescs.CD_Object);
        } else if (covered) {
            code.aload(spareLocal);
        }
        code.areturn();
        code.labelBinding(resumed);
        maps.declare(resumed, stop.before().locals, analysis.liveAt(stop), stop.kept());
        receive(stop.call().typeSymbol().returnType());
    }

    /// Leaves the argument of a request in the field for it.
    private void writeRequest(Stop stop) {
        if (stop.kind() == Stop.Kind.CALL) {
            writeCall(stop);
        } else {
            code.swap().pop(); // what was the yielder
        }
        code.aload(0).swap().putfield(Names.LINKED_FRAME, "exchange", ConstantDescs.CD_Object);
    }

    /// Makes the frame of the callee out of the arguments.
    private void writeCall(Stop stop) {
        HostClass host = analysis.code.host;
        ClassDesc hostName = host.model().thisClass().asSymbol();
        MethodTypeDesc type = stop.call().typeSymbol().changeReturnType(ConstantDescs.CD_Object);
        if (stop.call().opcode() == Opcode.INVOKESPECIAL) {
            type = type.insertParameterTypes(0, hostName);
        } else if (stop.call().opcode() != Opcode.INVOKESTATIC) {
            type = type.insertParameterTypes(0, stop.call().owner().asSymbol());
        }
        int number = host.keep(stop);
        code.invokedynamic(DynamicCallSiteDesc.of(Linkage.CALL, "call", type, hostName, number));
    }

    private void saveOperands(Stop stop) {
        List<SlotType> kept = analysis.present(stop.kept());
        List<Field> fields = layout.fields().operands(stop);
        int next = fields.size() - 1;
        for (SlotType operand : kept.reversed()) {
            if (!operand.needsField()) {
                code.pop();
            } else {
                saveTop(fields.get(next--));
            }
        }
    }

    private void saveTop(Field field) {
        code.aload(0);
        if (field.type().isWide()) {
            code.dup_x2().pop();
        } else {
            code.swap();
        }
        code.putfield(layout.self(), field.name(), field.type().descriptor());
    }

    private void saveVariables(Stop stop) {
        for (Field field : layout.fields().variables(stop)) {
            if (!layout.fields().isUnchanged(field)) {
                code.aload(0)
                        .loadLocal(field.type().instructions(), local(field.slot()))
                        .putfield(layout.self(), field.name(), field.type().descriptor());
            }
        }
    }

    private void clear(Stop stop) {
        for (String field : layout.fields().stale(stop)) {
            ClassDesc type = layout.fields().all().get(field);
            code.aload(0).aconst_null().putfield(layout.self(), field, type);
        }
    }

    // ---- going on ----

    /// Puts back what a stop has saved.
    void restore(Stop stop) {
        var live = analysis.liveAt(stop);
        for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
            if (!stop.before().locals[slot].needsField()) {
                code.aconst_null().astore(local(slot));
            }
        }
        restore(layout.fields().variables(stop));
        List<Field> operands = layout.fields().operands(stop);
        int next = 0;
        for (SlotType operand : analysis.present(stop.kept())) {
            if (operand.needsField()) {
                load(operands.get(next++));
            } else {
                code.aconst_null();
            }
        }
    }

    /// Puts variables back.
    void restore(List<Field> variables) {
        for (Field field : variables) {
            load(field);
            code.storeLocal(field.type().instructions(), local(field.slot()));
        }
    }

    private void load(Field field) {
        code.aload(0).getfield(layout.self(), field.name(), field.type().descriptor());
    }

    /// Throws what was thrown in, or makes what was sent the value of the call.
    private void receive(ClassDesc type) {
        code.aload(FrameLayout.SENT).aload(FrameLayout.THROWN).invokestatic(Names.FRAME, "received", RECEIVED);
        if (type.equals(ConstantDescs.CD_void)) {
            code.pop();
        } else {
            Names.cast(code, type);
        }
    }
}
