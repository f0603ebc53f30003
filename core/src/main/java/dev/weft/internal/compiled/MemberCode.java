package dev.weft.internal.compiled;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Writes the instructions that name members: as they are where a class beside the host may use the member, and through
/// [Linkage], on behalf of the host, where it may not.
///
/// Constructor calls are the hard case. `new` and the constructor stay as they are, unless the `new` is postponed: then
/// the arguments go to spare locals, the object is made, and they come back.
final class MemberCode {

    /// Links a string concatenation, which asks nothing of the class that it is in.
    private static final ClassDesc CONCATENATION = ClassDesc.of("java.lang.invoke.StringConcatFactory");

    private final CodeBuilder code;
    private final Analysis analysis;
    private final HostClass host;
    private final ClassDesc hostName;
    private final int spareLocal;

    /// @param spareLocal from where on locals are free
    MemberCode(CodeBuilder code, Analysis analysis, int spareLocal) {
        this.code = code;
        this.analysis = analysis;
        this.spareLocal = spareLocal;
        host = analysis.code.host;
        hostName = host.model().thisClass().asSymbol();
    }

    void field(FieldInstruction access) {
        ClassDesc owner = access.owner().asSymbol();
        ClassDesc type = access.typeSymbol();
        String name = access.name().stringValue();
        if (!host.members().needLinkage(access.owner().asInternalName(), name, type.descriptorString())) {
            code.with(access);
            return;
        }
        MethodTypeDesc site = switch (access.opcode()) {
            case GETSTATIC -> MethodTypeDesc.of(type);
            case GETFIELD -> MethodTypeDesc.of(type, owner);
            case PUTSTATIC -> MethodTypeDesc.of(ConstantDescs.CD_void, type);
            default -> MethodTypeDesc.of(ConstantDescs.CD_void, owner, type);
        };
        link(access.opcode().name(), owner, name, type.descriptorString(), site);
    }

    void invoke(int position, InvokeInstruction call) {
        ClassDesc owner = call.owner().asSymbol();
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        boolean linkage = host.members().needLinkage(call.owner().asInternalName(), name, type.descriptorString());
        if (name.equals(ConstantDescs.INIT_NAME)) {
            construct(position, call);
        } else if (call.opcode() == Opcode.INVOKESPECIAL) {
            // Of a class file older than nests, or a call of super.
            boolean own = host.members().isPrivate(call.owner().asInternalName(), name, type.descriptorString());
            link(
                    own ? Linkage.VIRTUAL : Linkage.SPECIAL,
                    owner,
                    name,
                    type.descriptorString(),
                    type.insertParameterTypes(0, hostName));
        } else if (!linkage) {
            code.with(call);
        } else if (call.opcode() == Opcode.INVOKESTATIC) {
            link(Linkage.STATIC, owner, name, type.descriptorString(), type);
        } else {
            link(Linkage.VIRTUAL, owner, name, type.descriptorString(), type.insertParameterTypes(0, owner));
        }
    }

    private void link(String kind, ClassDesc owner, String name, String descriptor, MethodTypeDesc site) {
        code.invokedynamic(DynamicCallSiteDesc.of(Linkage.MEMBER, name, site, hostName, kind, owner, descriptor));
    }

    /// Lambdas and the like are linked as if the host did it: they may use what is private to it, and stay its own.
    void invokeDynamic(InvokeDynamicInstruction call) {
        if (call.bootstrapMethod().owner().equals(CONCATENATION)) {
            code.with(call);
            return;
        }
        int number = host.keep(new Linkage.Bootstrap(call.bootstrapMethod(), call.bootstrapArgs()));
        code.invokedynamic(DynamicCallSiteDesc.of(
                Linkage.DYNAMIC, call.name().stringValue(), call.typeSymbol(), hostName, number));
    }

    // ---- constructors ----

    /// Writes a `new`. One that is postponed still initializes its class where it was.
    void makeNew(int position, ClassDesc type, StackMaps maps) {
        if (analysis.isPostponed(position)) {
            code.new_(type).pop();
        } else {
            maps.madeAt(position, code.newBoundLabel());
            code.new_(type);
        }
    }

    private void construct(int position, InvokeInstruction call) {
        List<SlotType> stack = analysis.types.before(position).stack;
        MethodTypeDesc type = call.typeSymbol();
        int at = stack.size() - type.parameterCount() - 1;
        SlotType made = stack.get(at);
        if (!analysis.isLeftOut(made)) {
            code.with(call);
            return;
        }
        int copies = 0;
        while (at - copies >= 0 && stack.get(at - copies).equals(made)) {
            copies++;
        }
        if (stack.indexOf(made) <= at - copies) {
            throw new IllegalStateException("an object is spread over the stack, " + analysis.code.placeOf(position));
        }
        ClassDesc owner = call.owner().asSymbol();
        if (host.members().isPrivate(call.owner().asInternalName(), ConstantDescs.INIT_NAME, type.descriptorString())) {
            link(Linkage.NEW, owner, "new", type.descriptorString(), type.changeReturnType(owner));
            copyTop(copies - 2);
        } else {
            List<ClassDesc> arguments = type.parameterList();
            moveToLocals(arguments);
            code.new_(owner);
            copyTop(copies - 1);
            moveBack(arguments);
            code.with(call);
        }
    }

    /// Brings the one object on top to 1 + `more` copies.
    private void copyTop(int more) {
        if (more < 0) {
            code.pop();
        }
        for (int i = 0; i < more; i++) {
            code.dup();
        }
    }

    private void moveToLocals(List<ClassDesc> types) {
        int local = spareLocal;
        for (ClassDesc type : types) {
            local += TypeKind.from(type).slotSize();
        }
        for (ClassDesc type : types.reversed()) {
            local -= TypeKind.from(type).slotSize();
            code.storeLocal(TypeKind.from(type).asLoadable(), local);
        }
    }

    private void moveBack(List<ClassDesc> types) {
        int local = spareLocal;
        for (ClassDesc type : types) {
            code.loadLocal(TypeKind.from(type).asLoadable(), local);
            local += TypeKind.from(type).slotSize();
        }
    }
}
