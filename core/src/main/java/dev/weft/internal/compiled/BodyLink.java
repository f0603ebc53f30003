package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A class of bodies, and how a frame is made of such a body.
///
/// A lambda or method reference has a class of its own for each place in the source where it is written; [LambdaCode]
/// finds the method behind it. Any other body has its code in its own `run`.
///
/// Linked at the first body of the class, under the lock of all hosts; afterwards, to make a frame is to call one
/// method handle. What was refused stays refused, until access is granted to some module that had not granted it.
///
/// A body that runs by itself and one to which another body passes its yielder have frames of two kinds, and so there
/// are two links for a class of bodies.
final class BodyLink {

    private static final ClassValue<BodyLink> ALL = new ClassValue<>() {
        @Override
        protected BodyLink computeValue(Class<?> type) {
            return new BodyLink(type, false);
        }
    };

    private static final ClassValue<BodyLink> CALLED = new ClassValue<>() {
        @Override
        protected BodyLink computeValue(Class<?> type) {
            return new BodyLink(type, true);
        }
    };

    private static final int MANY = 100; // few enough for a compiler that profiles later not to see the maker

    private final Class<?> type;
    private final @Nullable Class<?> contract;
    private final boolean linked;
    private volatile @Nullable Maker maker;
    private volatile @Nullable Refused refused;
    private volatile @Nullable FrameMaker fast; // in place of the maker, when it has made many
    private int made; // by the maker; threads may overwrite each other's counts

    private BodyLink(Class<?> type, boolean linked) {
        this.type = type;
        this.linked = linked;
        contract = contractOf(type);
    }

    /// Finds that of bodies that run by themselves. [RecentLinks] is faster.
    static BodyLink of(Class<?> type) {
        return ALL.get(type);
    }

    /// Finds that of bodies to which another body passes its yielder: all their frames are [LinkedFrame]s.
    static BodyLink ofCalled(Class<?> type) {
        return CALLED.get(type);
    }

    Class<?> type() {
        return type;
    }

    /// Makes the frame of a body, or returns `null` if it is refused.
    @Nullable Frame frame(Object body) {
        FrameMaker generated = fast;
        if (generated == null) {
            return frameOfMaker(body);
        }
        try {
            return generated.make(body);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private @Nullable Frame frameOfMaker(Object body) {
        Maker known = maker;
        if (known == null) {
            known = link(body);
        }
        if (known == null) {
            return null;
        }
        if (++made == MANY) {
            generateMaker(known);
        }
        return known.make(body);
    }

    private void generateMaker(Maker known) {
        try {
            MethodHandle handle = known.settled();
            fast = handle == null ? null : FrameMaker.of(handle);
        } catch (LinkageError | VirtualMachineError noStackOrMemory) {
            log(type.getName() + ", which makes its frames,", noStackOrMemory.toString()); // the maker goes on
        }
    }

    /// Tells why a body is refused, or `null` if it is not.
    @Nullable String reason(Object body) {
        Maker known = maker == null ? link(body) : maker;
        Refused why = refused;
        return known != null ? known.reason(body) : why == null ? null : why.reason;
    }

    private @Nullable Maker link(Object body) {
        synchronized (HostClass.LOCK) {
            Refused before = refused;
            if (maker == null && (before == null || before.registrations != Access.registrations())) {
                int registrations = Access.registrations();
                try {
                    maker = find(body);
                } catch (Refusal refusal) {
                    refused = new Refused(refusal.reason(), registrations);
                    if (contract != null) {
                        log(type.getName(), refusal.reason());
                    }
                }
            }
            return maker;
        }
    }

    private record Refused(String reason, int registrations) {}

    private Maker find(Object body) {
        if (contract == null && !linked) {
            throw new Refusal(Reason.NO_BODY, type.getName());
        }
        return type.isHidden() ? LambdaCode.of(body).maker(linked) : ofRun();
    }

    private Maker ofRun() {
        for (Method method : Objects.requireNonNull(contract).getMethods()) {
            if (method.getName().equals(Names.RUN)) {
                Callee callee = Selection.callee(withoutBridge(Selection.select(type, method)), 1);
                MethodHandle factory = new Program(callee).define(linked).factory();
                return new Maker.Fixed(factory.asType(MethodType.methodType(Frame.class, Object.class)));
            }
        }
        throw new Refusal(Reason.NO_METHOD, type.getName() + "." + Names.RUN);
    }

    /// The interface by which objects of a class are bodies, or `null` if they are none.
    private static @Nullable Class<?> contractOf(Class<?> type) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        Selection.collectInterfaces(type, interfaces);
        for (Class<?> candidate : interfaces) {
            if (Names.BODIES.contains(candidate.getName())) {
                return candidate;
            }
        }
        return null;
    }

    /// The method to which a bridge of the same class leads, if it is one.
    private static Method withoutBridge(Method method) {
        if (method.isBridge()) {
            for (Method other : method.getDeclaringClass().getDeclaredMethods()) {
                if (!other.isBridge()
                        && other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())) {
                    return other;
                }
            }
        }
        return method;
    }

    static void log(String what, String why) {
        Logger logger = System.getLogger("dev.weft");
        if (logger.isLoggable(Level.DEBUG)) {
            logger.log(Level.DEBUG, what + " is not compiled: " + why);
        }
    }
}
