package dev.weft.internal.compiled;

import dev.weft.internal.compiled.MethodCode.Parameter;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields of a frame: one for each variable and type that is alive at some stop, and for each operand that is kept
/// below a stop.
///
/// A variable that holds values of different types at different stops has a field for each, so that nothing has to be
/// cast. A parameter that is alive at the beginning has its field from then on, written by the constructor.
final class FrameFields {

    private final Analysis analysis;
    private final Map<String, ClassDesc> types = new LinkedHashMap<>();
    private final BitSet assigned = new BitSet();

    /// A value and the field that keeps it while the frame is stopped.
    ///
    /// @param slot the variable, or for an operand its place on the stack
    record Field(int slot, SlotType type, String name) {}

    FrameFields(Analysis analysis) {
        this.analysis = analysis;
        for (CodeElement element : analysis.code.elements) {
            if (element instanceof StoreInstruction store) {
                assigned.set(store.slot());
            } else if (element instanceof IncrementInstruction increment) {
                assigned.set(increment.slot());
            }
        }
        parameters();
        for (Stop stop : analysis.stops) {
            variables(stop);
            operands(stop);
        }
    }

    /// All fields, with their types.
    Map<String, ClassDesc> all() {
        return types;
    }

    /// The parameters that are alive at the beginning.
    List<Field> parameters() {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < analysis.code.parameters.size(); i++) {
            Parameter parameter = analysis.code.parameters.get(i);
            if (i != analysis.yielder && analysis.liveness.before(0).get(parameter.slot())) {
                fields.add(field("v", parameter.slot(), SlotType.of(parameter.type())));
            }
        }
        return fields;
    }

    /// The variables that are alive at a stop.
    List<Field> variables(Stop stop) {
        var fields = new ArrayList<Field>();
        BitSet live = analysis.liveAt(stop);
        for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
            SlotType type = stop.before().locals[slot];
            if (type.needsField()) {
                fields.add(field("v", slot, type));
            }
        }
        return fields;
    }

    /// The operands that are kept at a stop, the lowest first.
    List<Field> operands(Stop stop) {
        var fields = new ArrayList<Field>();
        List<SlotType> kept = analysis.present(stop.kept());
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).needsField()) {
                fields.add(field("s", i, kept.get(i)));
            }
        }
        return fields;
    }

    /// Whether a variable is a parameter that keeps its first value, which the constructor has saved.
    boolean isUnchanged(Field variable) {
        return !assigned.get(variable.slot()) && isParameter(variable);
    }

    private boolean isParameter(Field variable) {
        for (Field parameter : parameters()) {
            if (parameter.name().equals(variable.name())) {
                return true;
            }
        }
        return false;
    }

    /// The fields that may hold a reference of which nothing is left at a stop. They are cleared, so that a stopped
    /// frame keeps nothing alive that the plain method would not.
    Set<String> stale(Stop stop) {
        var stale = new LinkedHashSet<String>();
        for (var field : types.entrySet()) {
            if (!field.getValue().isPrimitive()) {
                stale.add(field.getKey());
            }
        }
        for (Field field : variables(stop)) {
            stale.remove(field.name());
        }
        for (Field field : operands(stop)) {
            stale.remove(field.name());
        }
        return stale;
    }

    private Field field(String prefix, int slot, SlotType type) {
        String stem = prefix.concat(Integer.toString(slot));
        ClassDesc descriptor = type.descriptor();
        String name = stem;
        for (int i = 1; !descriptor.equals(types.getOrDefault(name, descriptor)); i++) {
            name = stem.concat("_").concat(Integer.toString(i));
        }
        types.put(name, descriptor);
        return new Field(slot, type, name);
    }
}
