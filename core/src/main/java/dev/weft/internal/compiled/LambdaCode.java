package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/// The method behind a serializable lambda or method reference, and what the lambda has captured.
///
/// Both are in the lambda's serial form, which its private `writeReplace` returns.
final class LambdaCode {

    private final Lookup lookup;
    private final MethodHandle serialForm; // takes the lambda
    private final SerializedLambda form;
    private final Method method;

    private LambdaCode(Object lambda, Lookup lookup, MethodHandle writeReplace) throws Throwable {
        this.lookup = lookup;
        serialForm = writeReplace.asType(MethodType.genericMethodType(1));
        form = (SerializedLambda) (Object) serialForm.invokeExact(lambda);
        method = implementation(lambda.getClass().getClassLoader());
        checkParameters();
    }

    static LambdaCode of(Object lambda) {
        Class<?> type = lambda.getClass();
        Lookup lookup = Access.in(type);
        try {
            MethodHandle writeReplace = lookup.findVirtual(type, "writeReplace", MethodType.methodType(Object.class));
            return new LambdaCode(lambda, lookup, writeReplace);
        } catch (Refusal | VirtualMachineError e) {
            throw e;
        } catch (NoSuchMethodException e) {
            throw new Refusal(Reason.HIDDEN_CLASS, type.getName());
        } catch (Throwable e) {
            throw new Refusal(Reason.UNTOLD, type.getName(), e);
        }
    }

    private Method implementation(@Nullable ClassLoader loader) throws ClassNotFoundException {
        if (form.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
            throw new Refusal(Reason.CONSTRUCTOR_REFERENCE);
        }
        Class<?> host = Class.forName(form.getImplClass().replace('/', '.'), false, loader);
        MethodType type = MethodType.fromMethodDescriptorString(form.getImplMethodSignature(), loader);
        Method found = Selection.resolve(host, form.getImplMethodName(), type);
        if (found == null) {
            throw new Refusal(Reason.NO_METHOD, host.getName() + "." + form.getImplMethodName());
        }
        return found;
    }

    private void checkParameters() {
        int captured = form.getCapturedArgCount();
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        int expected = isStatic ? captured : captured - 1;
        Class<?>[] types = method.getParameterTypes();
        if (types.length != expected + 1
                || !Names.isYielder(types[expected].describeConstable().orElseThrow())) {
            throw new Refusal(
                    Reason.OTHER_PARAMETER, Names.simple(method.getDeclaringClass()) + "." + method.getName());
        }
    }

    /// How to make frames of the lambdas of this class.
    Maker maker(boolean linked) {
        boolean fixed = (method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE | Modifier.FINAL)) != 0
                || Modifier.isFinal(method.getDeclaringClass().getModifiers())
                || form.getImplMethodKind() == MethodHandleInfo.REF_invokeSpecial;
        return fixed ? makerOf(method, linked) : new Virtual(this, linked);
    }

    /// How to make frames of those lambdas whose captured receiver is of that class.
    private Maker makerFor(Class<?> receiver, boolean linked) {
        if (receiver.isHidden()) {
            return new OfReceiver(serialForm, linked ? BodyLink.ofCalled(receiver) : BodyLink.of(receiver));
        }
        synchronized (HostClass.LOCK) {
            try {
                return makerOf(Selection.select(receiver, method), linked);
            } catch (Refusal refusal) {
                BodyLink.log(receiver.getName() + "." + method.getName(), refusal.reason());
                return new Maker.None(refusal.reason());
            }
        }
    }

    private Maker makerOf(Method implementation, boolean linked) {
        Callee callee = Selection.callee(implementation, form.getCapturedArgCount());
        return new LambdaMaker(lookup, serialForm, new Program(callee).define(linked));
    }

    /// A reference to a method that subclasses may override: its captured receiver decides.
    static final class Virtual implements Maker {

        private final MethodHandle serialForm;
        private final ClassValue<Maker> makers; // by the class of the receiver

        private Virtual(LambdaCode code, boolean linked) {
            serialForm = code.serialForm;
            makers = new ClassValue<>() {
                @Override
                protected Maker computeValue(Class<?> receiver) {
                    return code.makerFor(receiver, linked);
                }
            };
        }

        @Override
        public @Nullable Frame make(Object body) {
            return makers.get(receiver(serialForm, body).getClass()).make(body);
        }

        @Override
        public @Nullable String reason(Object body) {
            return makers.get(receiver(serialForm, body).getClass()).reason(body);
        }
    }

    /// A reference to the method of another lambda: it has that one's frames.
    record OfReceiver(MethodHandle serialForm, BodyLink link) implements Maker {

        @Override
        public @Nullable Frame make(Object body) {
            return link.frame(receiver(serialForm, body));
        }

        @Override
        public @Nullable String reason(Object body) {
            return link.reason(receiver(serialForm, body));
        }
    }

    private static Object receiver(MethodHandle serialForm, Object body) {
        try {
            return ((SerializedLambda) (Object) serialForm.invokeExact(body)).getCapturedArg(0);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
