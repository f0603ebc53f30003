package dev.weft.internal.compiled;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/// Makes the frames of one class of bodies by code that is generated for it.
///
/// To call a method handle that is read from a field is to leave the caller's compiled code. A method handle that is a
/// constant of the code is compiled into it: what a body has captured is then read, and its frame made, where the
/// generator is. So each class of bodies that is used often gets a class with its method handle as a constant.
///
/// Hidden, and known to its only instance alone: it is unloaded with the class of the bodies.
abstract class FrameMaker {

    private static final String MAKE = "make";
    private static final ClassDesc SUPER = FrameMaker.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc MAKES = MethodTypeDesc.of(Names.FRAME, ConstantDescs.CD_Object);
    private static final DynamicConstantDesc<?> HANDLE = DynamicConstantDesc.ofNamed(
            ConstantDescs.ofConstantBootstrap(Names.METHOD_HANDLES, "classData", ConstantDescs.CD_Object),
            ConstantDescs.DEFAULT_NAME,
            ConstantDescs.CD_MethodHandle);

    /// Makes the frame of a body of the class.
    abstract Frame make(Object body) throws Throwable;

    /// Generates the class.
    ///
    /// @param handle takes a body and returns its frame
    static FrameMaker of(MethodHandle handle) {
        byte[] bytes = ClassFile.of()
                .build(
                        ClassDesc.of(FrameMaker.class.getName() + "Of"),
                        type -> type.withSuperclass(SUPER)
                                .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                                .withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, FrameMaker::init)
                                .withMethodBody(MAKE, MAKES, 0, FrameMaker::makes));
        try {
            Lookup made = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, handle, true);
            MethodHandle constructor = made.findConstructor(made.lookupClass(), MethodType.methodType(void.class));
            return (FrameMaker) constructor.invoke();
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("a frame maker is not as it was generated", e);
        }
    }

    private static void init(CodeBuilder code) {
        code.aload(0)
                .invokespecial(SUPER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_();
    }

    private static void makes(CodeBuilder code) {
        code.ldc(HANDLE)
                .aload(1)
                .invokevirtual(ConstantDescs.CD_MethodHandle, "invokeExact", MAKES)
                .areturn();
    }
}
