package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import dev.weft.spi.Body;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A call that passes the yielder on and lands where its receiver decides.
///
/// For each class of receivers the method that it has is compiled when first called. One that cannot be compiled runs
/// as a part of its own, through [Body#part(Body.Part)], with a real yielder: by then the body is half-way through, and
/// there is no other way to go on.
final class Dispatch {

    private static final MethodHandle CALLEE;
    private static final MethodHandle CHECK;

    static {
        try {
            Lookup own = MethodHandles.lookup();
            CALLEE = own.findVirtual(Dispatch.class, "callee", MethodType.methodType(Object.class, Object[].class));
            CHECK = own.findStatic(
                    Dispatch.class, "check", MethodType.methodType(Object.class, String.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Method resolved;
    private final MethodHandle real; // takes the arguments in an array
    private final int yielder;
    private final boolean yielderAlone;
    private final ClassValue<Target> targets = new ClassValue<>() {
        @Override
        protected Target computeValue(Class<?> receiver) {
            return target(receiver);
        }
    };

    /// What a class of receivers has: a method that makes frames, or code behind a lambda, or neither.
    private record Target(
            @Nullable MethodHandle factory, @Nullable BodyLink lambda) {}

    private Dispatch(Method resolved, MethodHandle real, int yielder) {
        this.resolved = resolved;
        this.yielder = yielder;
        yielderAlone = real.type().parameterCount() == 2;
        this.real = real.asFixedArity()
                .asType(real.type().generic())
                .asSpreader(Object[].class, real.type().parameterCount());
    }

    /// Makes a handle of that type, the receiver first, which returns what is to run.
    static MethodHandle of(HostClass host, Stop stop, MethodType type) throws ReflectiveOperationException {
        Class<?> owner = type.parameterType(0);
        String name = stop.call().name().stringValue();
        MethodType called = host.type(stop.call().typeSymbol());
        Method resolved = Objects.requireNonNull(Selection.resolve(owner, name, called));
        int yielder = stop.before().stack.size() - stop.operands();
        yielder =
                stop.before().stack.subList(yielder, stop.before().stack.size()).indexOf(SlotType.YIELDER);
        var dispatch = new Dispatch(resolved, host.lookup().findVirtual(owner, name, called), yielder);
        MethodHandle call = CALLEE.bindTo(dispatch)
                .asCollector(Object[].class, type.parameterCount())
                .asType(type);
        return checkingReceiver(call, name);
    }

    /// Has a call fail as it should if its receiver is `null`.
    static MethodHandle checkingReceiver(MethodHandle call, String name) {
        Class<?> receiver = call.type().parameterType(0);
        MethodHandle check = CHECK.bindTo(name).asType(MethodType.methodType(receiver, receiver));
        return MethodHandles.filterArguments(call, 0, check);
    }

    @SuppressWarnings("UnusedMethod") // called through its handle
    private static Object check(String name, @Nullable Object receiver) {
        return Objects.requireNonNull(receiver, () -> "Cannot invoke \"" + name + "\" because its receiver is null");
    }

    @SuppressWarnings("UnusedMethod") // called through its handle
    private Object callee(Object[] arguments) throws Throwable {
        Target target = targets.get(arguments[0].getClass());
        if (target.factory != null) {
            return target.factory.invokeExact(arguments);
        }
        Frame frame = target.lambda == null ? null : target.lambda.frame(arguments[0]);
        return frame == null ? part(arguments) : frame;
    }

    private Body.Part part(Object[] arguments) {
        return real -> {
            Object[] all = arguments.clone();
            all[yielder] = real;
            return this.real.invokeExact(all);
        };
    }

    private Target target(Class<?> receiver) {
        try {
            Callee callee = Selection.callee(Selection.select(receiver, resolved), yielder);
            MethodHandle factory = new Program(callee).define(true).factory();
            factory = MethodHandles.dropArguments(factory, yielder, Object.class);
            factory = factory.asType(factory.type().generic());
            return new Target(factory.asSpreader(Object[].class, factory.type().parameterCount()), null);
        } catch (Refusal refusal) {
            boolean lambda = receiver.isHidden() && yielderAlone;
            if (!lambda) {
                BodyLink.log(receiver.getName() + "." + resolved.getName(), refusal.reason());
            }
            return new Target(null, lambda ? BodyLink.ofCalled(receiver) : null);
        }
    }
}
