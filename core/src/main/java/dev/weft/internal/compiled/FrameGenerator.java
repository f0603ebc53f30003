package dev.weft.internal.compiled;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import dev.weft.internal.compiled.FrameFields.Field;
import dev.weft.internal.compiled.MethodCode.Parameter;
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
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;

/// Writes the class of a method's frames: its fields, its constructor, and the few methods of a [Frame].
///
/// The constructor takes the method's parameters without the yielder and stores those that the code reads. The class
/// gets the description of its code when it is initialized, and can make a frame from the serial form of a lambda. The
/// fields of values are named after slots, as in `v1`, so that they clash with none of the others.
final class FrameGenerator implements Consumer<ClassBuilder> {

    static final MethodTypeDesc RESUME =
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Throwable);
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    /// The method that makes a frame from the serial form of a lambda.
    static final String OF = "of";

    private static final ClassDesc FORM = ClassDesc.of("java.lang.invoke.SerializedLambda");
    private static final MethodTypeDesc CAPTURED_ARG = MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int);

    /// The field that holds the description of the code.
    private static final String SHAPE = "SHAPE";

    private final Analysis analysis;
    private final ClassDesc name;
    private final List<ClassDesc> parameters;
    private final boolean mustBeClosed;
    private final boolean linked;
    private final ClassDesc superclass;
    private final FrameFields fields;

    FrameGenerator(
            Analysis analysis, ClassDesc name, List<ClassDesc> parameters, boolean mustBeClosed, boolean linked) {
        this.analysis = analysis;
        this.name = name;
        this.parameters = parameters;
        this.mustBeClosed = mustBeClosed;
        this.linked = linked;
        superclass = linked ? Names.LINKED_FRAME : Names.FRAME;
        fields = new FrameFields(analysis);
    }

    byte[] generate() {
        // The jumps are as short as they were, or too long to be mended without new stack maps.
        ClassFile format = ClassFile.of(
                StackMapsOption.DROP_STACK_MAPS,
                DeadLabelsOption.DROP_DEAD_LABELS,
                ShortJumpsOption.FAIL_ON_SHORT_JUMPS);
        return format.build(name, this);
    }

    @Override
    public void accept(ClassBuilder builder) {
        ClassModel host = analysis.code.host.model();
        builder.withVersion(Math.max(host.majorVersion(), ClassFile.JAVA_11_VERSION), host.minorVersion());
        builder.withFlags(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC);
        builder.withSuperclass(superclass);
        builder.withField(SHAPE, Names.SHAPE, ACC_STATIC | ACC_FINAL);
        for (var field : fields.all().entrySet()) {
            builder.withField(field.getKey(), field.getValue(), 0);
        }
        write(builder, ConstantDescs.CLASS_INIT_NAME, NOTHING, ACC_STATIC);
        write(builder, ConstantDescs.INIT_NAME, constructor(), 0);
        write(builder, OF, MethodTypeDesc.of(Names.FRAME, FORM), ACC_STATIC);
        write(builder, "resume", RESUME, ACC_PUBLIC);
        write(builder, "shape", MethodTypeDesc.of(Names.SHAPE), ACC_PROTECTED);
        if (mustBeClosed) {
            write(builder, "mustBeClosed", MethodTypeDesc.of(ConstantDescs.CD_boolean), ACC_PUBLIC);
        }
        if (!linked && hasResult()) {
            builder.withField(FrameLayout.RESULT, ConstantDescs.CD_Object, 0);
            write(builder, "result", MethodTypeDesc.of(ConstantDescs.CD_Object), ACC_PUBLIC);
        }
        String file = analysis.code.host.file();
        if (file != null) {
            builder.with(SourceFileAttribute.of(file));
        }
    }

    private void write(ClassBuilder builder, String method, MethodTypeDesc type, int flags) {
        builder.withMethodBody(method, type, flags, new Body(method));
    }

    /// Writes the code of a method. One class for all of them, and no lambda: the virtual machine makes a class for
    /// each of those when it meets it, and the first body of a process would wait for that.
    private final class Body implements Consumer<CodeBuilder> {
        private final String method;

        Body(String method) {
            this.method = method;
        }

        @Override
        public void accept(CodeBuilder code) {
            switch (method) {
                case ConstantDescs.CLASS_INIT_NAME -> writeClassInit(code);
                case ConstantDescs.INIT_NAME -> writeInit(code);
                case OF -> writeOf(code);
                case "resume" -> new ResumeCode(code, analysis, new FrameLayout(name, fields, linked)).write();
                case "shape" -> code.getstatic(name, SHAPE, Names.SHAPE).areturn();
                case "mustBeClosed" -> code.iconst_1().ireturn();
                default ->
                    code.aload(0)
                            .getfield(name, FrameLayout.RESULT, ConstantDescs.CD_Object)
                            .areturn();
            }
        }
    }

    private MethodTypeDesc constructor() {
        return MethodTypeDesc.of(ConstantDescs.CD_void, parameters);
    }

    private void writeClassInit(CodeBuilder code) {
        HostClass host = analysis.code.host;
        code.invokestatic(Names.METHOD_HANDLES, "lookup", MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup))
                .ldc(host.model().thisClass().asSymbol())
                .loadConstant(host.keep(shape()))
                .invokestatic(Names.LINKAGE, "shape", Linkage.SHAPE)
                .putstatic(name, SHAPE, Names.SHAPE)
                .return_();
    }

    private void writeOf(CodeBuilder code) {
        code.new_(name).dup();
        for (int i = 0; i < parameters.size(); i++) {
            code.aload(0).loadConstant(i).invokevirtual(FORM, "getCapturedArg", CAPTURED_ARG);
            Names.cast(code, parameters.get(i));
        }
        code.invokespecial(name, ConstantDescs.INIT_NAME, constructor()).areturn();
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
                analysis.unwinding(),
                !linked && Promptness.of(analysis));
    }
}
