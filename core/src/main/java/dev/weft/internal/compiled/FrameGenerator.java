package dev.weft.internal.compiled;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import dev.weft.internal.compiled.FrameFields.Field;
import dev.weft.internal.compiled.MethodCode.Parameter;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DeadLabelsOption;
import java.lang.classfile.ClassFile.ShortJumpsOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Writes the class of a method's frames: its fields, its constructor, and the few methods of a [Frame].
///
/// The constructor takes the method's parameters without the yielder and stores those that the code reads.
final class FrameGenerator {

    static final MethodTypeDesc RESUME =
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Throwable);
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private final Analysis analysis;
    private final ClassDesc name;
    private final List<ClassDesc> parameters;
    private final boolean linked;
    private final ClassDesc superclass;
    private final FrameFields fields;

    FrameGenerator(Analysis analysis, ClassDesc name, List<ClassDesc> parameters, boolean linked) {
        this.analysis = analysis;
        this.name = name;
        this.parameters = parameters;
        this.linked = linked;
        superclass = linked ? Names.LINKED_FRAME : Names.FRAME;
        fields = new FrameFields(analysis);
    }

    byte[] generate(boolean mustBeClosed) {
        // The jumps are as short as they were, or too long to be mended without new stack maps.
        ClassFile format = ClassFile.of(
                StackMapsOption.DROP_STACK_MAPS,
                DeadLabelsOption.DROP_DEAD_LABELS,
                ShortJumpsOption.FAIL_ON_SHORT_JUMPS);
        return format.build(name, builder -> write(builder, mustBeClosed));
    }

    private void write(ClassBuilder builder, boolean mustBeClosed) {
        ClassModel host = analysis.code.host.model();
        builder.withVersion(Math.max(host.majorVersion(), ClassFile.JAVA_11_VERSION), host.minorVersion());
        builder.withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC);
        builder.withSuperclass(superclass);
        fields.all().forEach((field, type) -> builder.withField(field, type, 0));
        builder.withMethodBody(
                ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void, parameters), 0, this::writeInit);
        builder.withMethodBody(
                "resume",
                RESUME,
                ACC_PUBLIC,
                code -> new ResumeCode(code, analysis, new FrameLayout(name, fields, linked)).write());
        builder.withMethodBody(
                "shape", MethodTypeDesc.of(Names.SHAPE), ACC_PROTECTED, code -> writeShape(code, shape()));
        if (mustBeClosed) {
            builder.withMethodBody(
                    "mustBeClosed",
                    MethodTypeDesc.of(ConstantDescs.CD_boolean),
                    ACC_PUBLIC,
                    code -> code.iconst_1().ireturn());
        }
        if (!linked && hasResult()) {
            writeResult(builder);
        }
        host.findAttribute(Attributes.sourceFile())
                .ifPresent(file ->
                        builder.with(SourceFileAttribute.of(file.sourceFile().stringValue())));
    }

    private boolean hasResult() {
        return !analysis.code.method.methodTypeSymbol().returnType().equals(ConstantDescs.CD_void);
    }

    private void writeInit(CodeBuilder code) {
        code.aload(0).invokespecial(superclass, ConstantDescs.INIT_NAME, NOTHING);
        List<Field> stored = fields.parameters();
        int argument = 1;
        for (Parameter parameter : analysis.code.parameters) {
            if (parameter.slot() == yielderSlot()) {
                continue;
            }
            SlotType type = SlotType.of(parameter.type());
            for (Field field : stored) {
                if (field.slot() == parameter.slot()) {
                    code.aload(0)
                            .loadLocal(type.instructions(), argument)
                            .putfield(name, field.name(), type.descriptor());
                }
            }
            argument += type.size();
        }
        code.return_();
    }

    private int yielderSlot() {
        return analysis.code.parameters.get(analysis.yielder).slot();
    }

    private Shape shape() {
        MethodCode code = analysis.code;
        int[] lines = new int[analysis.stops.size() + 1];
        lines[0] = code.firstLine();
        for (int i = 1; i < lines.length; i++) {
            lines[i] = code.lineAt(analysis.stops.get(i - 1).position());
        }
        return new Shape(
                code.host.type(),
                code.method.methodName().stringValue(),
                code.host.file(),
                lines,
                analysis.unwinding());
    }

    private void writeShape(CodeBuilder code, Shape shape) {
        ClassDesc host = analysis.code.host.model().thisClass().asSymbol();
        int number = analysis.code.host.keep(shape);
        code.ldc(DynamicConstantDesc.ofNamed(Linkage.SHAPE, "shape", Names.SHAPE, host, number))
                .areturn();
    }

    private void writeResult(ClassBuilder builder) {
        builder.withField(FrameLayout.RESULT, ConstantDescs.CD_Object, 0);
        builder.withMethodBody(
                "result",
                MethodTypeDesc.of(ConstantDescs.CD_Object),
                ACC_PUBLIC,
                code -> code.aload(0)
                        .getfield(name, FrameLayout.RESULT, ConstantDescs.CD_Object)
                        .areturn());
    }
}
