package dev.weft.internal.compiled;

import java.lang.classfile.Label;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.UninitializedVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Declares the types of variables and operands where paths meet in `resume`.
///
/// What is declared comes from the method's own declarations. Variables that are not alive are left out: a resumed
/// frame does not have them.
final class StackMaps {

    private final Analysis analysis;
    private final List<VerificationTypeInfo> own;
    private final List<StackMapFrameInfo> entries = new ArrayList<>();
    private final Map<Integer, Label> news = new HashMap<>();

    StackMaps(Analysis analysis, ClassDesc self) {
        this.analysis = analysis;
        own = List.of(
                ObjectVerificationTypeInfo.of(self),
                ObjectVerificationTypeInfo.of(ConstantDescs.CD_Object),
                ObjectVerificationTypeInfo.of(ConstantDescs.CD_Throwable));
    }

    /// Notes where a `new` of the method is now.
    void madeAt(int position, Label label) {
        news.put(position, label);
    }

    /// Declares that nothing is there but the parameters of `resume`.
    void declareEntry(Label label) {
        entries.add(StackMapFrameInfo.of(label, own, List.of()));
    }

    void declare(Label label, SlotType[] variables, BitSet live, List<SlotType> operands) {
        var locals = new ArrayList<>(own);
        for (int slot = 0; slot < live.length(); slot += variables[slot].size()) {
            locals.add(live.get(slot) ? typeOf(variables[slot]) : SimpleVerificationTypeInfo.TOP);
            if (!live.get(slot) && variables[slot].isWide()) {
                locals.add(SimpleVerificationTypeInfo.TOP);
            }
        }
        var stack = new ArrayList<VerificationTypeInfo>();
        for (SlotType operand : analysis.present(operands)) {
            stack.add(typeOf(operand));
        }
        entries.add(StackMapFrameInfo.of(label, locals, stack));
    }

    private VerificationTypeInfo typeOf(SlotType type) {
        return switch (type.kind()) {
            case NONE -> SimpleVerificationTypeInfo.TOP;
            case INT -> SimpleVerificationTypeInfo.INTEGER;
            case FLOAT -> SimpleVerificationTypeInfo.FLOAT;
            case LONG -> SimpleVerificationTypeInfo.LONG;
            case DOUBLE -> SimpleVerificationTypeInfo.DOUBLE;
            case NULL, YIELDER -> SimpleVerificationTypeInfo.NULL;
            case UNINITIALIZED -> UninitializedVerificationTypeInfo.of(news.get(type.madeAt()));
            case REFERENCE -> ObjectVerificationTypeInfo.of(type.descriptor());
        };
    }

    StackMapTableAttribute table() {
        return StackMapTableAttribute.of(entries);
    }
}
