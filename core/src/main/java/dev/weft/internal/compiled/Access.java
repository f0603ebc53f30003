package dev.weft.internal.compiled;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Gets the right to read and extend the packages that bodies are written in.
///
/// On the class path and in packages that are open to Weft it is there for the asking; otherwise the module hands it
/// over once, by registering a lookup. Linking lambdas on behalf of a class needs MODULE access, which a lookup loses
/// on its way from one module into another. A hook, a class with one method defined beside the target, gets it back.
///
/// A registered lookup is held by the class that it belongs to, and the module weakly, so that both can be unloaded.
final class Access {

    private static final String HOOK = "$WeftAccess";

    private static final Map<Module, WeakReference<Class<?>>> REGISTERED =
            Collections.synchronizedMap(new WeakHashMap<>());
    private static final ClassValue<Holder> HOLDERS = new ClassValue<>() {
        @Override
        protected Holder computeValue(Class<?> type) {
            return new Holder();
        }
    };
    private static final AtomicInteger REGISTRATIONS = new AtomicInteger();

    private static final class Holder {
        private volatile @Nullable Lookup lookup;
    }

    private Access() {}

    static void register(Lookup lookup) {
        if (!lookup.hasFullPrivilegeAccess()) {
            throw new IllegalArgumentException(
                    "lookup must have full privilege access, as MethodHandles.lookup() has; was " + lookup);
        }
        Class<?> registrar = lookup.lookupClass();
        HOLDERS.get(registrar).lookup = lookup;
        REGISTERED.put(registrar.getModule(), new WeakReference<>(registrar));
        REGISTRATIONS.incrementAndGet();
    }

    /// Grows whenever what was refused may be granted now.
    static int registrations() {
        return REGISTRATIONS.get();
    }

    /// A lookup with full privilege access in `target`.
    static Lookup in(Class<?> target) {
        Module module = target.getModule();
        Module weft = Access.class.getModule();
        try {
            Lookup registered = registered(module);
            if (registered != null) {
                return MethodHandles.privateLookupIn(target, registered);
            }
            weft.addReads(module);
            Lookup lookup = MethodHandles.privateLookupIn(target, MethodHandles.lookup());
            return lookup.hasFullPrivilegeAccess()
                    ? lookup
                    : MethodHandles.privateLookupIn(target, throughHook(lookup));
        } catch (IllegalAccessException closed) {
            throw module.isNamed()
                    ? new Refusal(Reason.CLOSED_MODULE, module.getName(), target.getPackageName())
                    : new Refusal(Reason.CLOSED_CLASS, target.getName(), closed.getMessage());
        }
    }

    private static @Nullable Lookup registered(Module module) {
        WeakReference<Class<?>> reference = REGISTERED.get(module);
        Class<?> registrar = reference == null ? null : reference.get();
        return registrar == null ? null : HOLDERS.get(registrar).lookup;
    }

    private static Lookup throughHook(Lookup lookup) throws IllegalAccessException {
        String home = lookup.lookupClass().getPackageName();
        String name = home.isEmpty() ? HOOK : home + "." + HOOK;
        try {
            return (Lookup) lookup.findStatic(hook(lookup, name), "lookup", MethodType.methodType(Lookup.class))
                    .invokeExact();
        } catch (IllegalAccessException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Refusal(Reason.CLOSED_CLASS, lookup.lookupClass().getName(), e);
        }
    }

    private static Class<?> hook(Lookup lookup, String name) throws IllegalAccessException {
        synchronized (REGISTERED) {
            try {
                return lookup.findClass(name);
            } catch (ClassNotFoundException first) {
                return lookup.defineClass(hookBytes(name));
            }
        }
    }

    private static byte[] hookBytes(String name) {
        MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup);
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        hook -> hook.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                                .withMethodBody(
                                        "lookup",
                                        type,
                                        ClassFile.ACC_STATIC,
                                        code -> code.invokestatic(Names.METHOD_HANDLES, "lookup", type)
                                                .areturn()));
    }

    /// Lets classes of a module extend frames and call the linkage, which no module can by itself.
    static void exportTo(Module module) {
        Module weft = Access.class.getModule();
        if (weft.isNamed()) {
            weft.addExports(Access.class.getPackageName(), module);
        }
    }
}
