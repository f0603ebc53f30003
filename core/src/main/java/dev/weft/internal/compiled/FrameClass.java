package dev.weft.internal.compiled;

import dev.weft.internal.compiled.MethodCode.Parameter;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;

/// A class of frames, defined and ready.
///
/// It is an ordinary class in the package and loader of its host. A hidden class would be gone from stack traces, and
/// serializable lambdas made in it could not be read back.
///
/// @param own a lookup in the class
/// @param arguments the type of the method, without the yielder and the result
/// @param linked whether its frames are [LinkedFrame]s
record FrameClass(Lookup own, MethodType arguments, boolean linked) {

    /// Generates and defines the class.
    ///
    /// @param number what tells it from the other classes of its host
    static FrameClass define(Analysis analysis, boolean mustBeClosed, boolean linked, int number) {
        HostClass host = analysis.code.host;
        String name = host.type().getName() + "$" + identifier(analysis) + "$" + number;
        List<ClassDesc> parameters = parameters(analysis);
        try {
            byte[] bytes =
                    new FrameGenerator(analysis, ClassDesc.of(name), parameters, mustBeClosed, linked).generate();
            Class<?> defined = host.lookup().defineClass(bytes);
            Lookup lookup = MethodHandles.privateLookupIn(defined, host.lookup());
            lookup.ensureInitialized(defined); // verifies it now, where a mistake can still be taken back
            return new FrameClass(lookup, host.type(MethodTypeDesc.of(ConstantDescs.CD_void, parameters)), linked);
        } catch (IllegalArgumentException | LinkageError | ReflectiveOperationException e) {
            throw new Refusal(Reason.NO_CLASS, host.describe(analysis.code.method), e.getMessage());
        }
    }

    /// Links what makes a frame from the method's arguments, without the yielder.
    MethodHandle factory() {
        try {
            MethodHandle constructor = own.findConstructor(own.lookupClass(), arguments);
            return constructor.asType(constructor.type().changeReturnType(linked ? LinkedFrame.class : Frame.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a frame class is not as it was generated", e);
        }
    }

    /// Links what makes a frame from the serial form of a lambda that has captured all those arguments.
    MethodHandle ofSerialForm() {
        try {
            return own.findStatic(
                    own.lookupClass(), FrameGenerator.OF, MethodType.methodType(Frame.class, SerializedLambda.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a frame class is not as it was generated", e);
        }
    }

    private static List<ClassDesc> parameters(Analysis analysis) {
        var types = new ArrayList<ClassDesc>();
        for (Parameter parameter : analysis.code.parameters) {
            types.add(parameter.type());
        }
        types.remove(analysis.yielder);
        return types;
    }

    /// The name of the method, without what a class name cannot have.
    private static String identifier(Analysis analysis) {
        StringBuilder name = new StringBuilder(analysis.code.method.methodName().stringValue());
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isJavaIdentifierPart(name.charAt(i))) {
                name.setCharAt(i, '_');
            }
        }
        return name.toString();
    }
}
