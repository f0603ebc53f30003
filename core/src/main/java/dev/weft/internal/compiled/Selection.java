package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the method on which a call lands, as the virtual machine would, without running or initializing anything.
///
/// - **Source**: The Java Virtual Machine Specification, sections 5.4.3.3 (resolution) and 5.4.6 (selection). Where a
///   package-private method is overridden across packages this refuses to say.
final class Selection {

    private Selection() {}

    /// The method on which a call lands, or `null` if that depends on its receiver.
    static @Nullable Callee fixedTarget(HostClass caller, InvokeInstruction call, int yielder) {
        Class<?> owner = caller.load(call.owner().asSymbol());
        String name = call.name().stringValue();
        MethodType type = caller.type(call.typeSymbol());
        Method resolved = resolve(owner, name, type);
        if (resolved == null) {
            throw new Refusal(Reason.NO_METHOD, owner.getName() + "." + name + type);
        }
        boolean fixed = call.opcode() == Opcode.INVOKESTATIC
                || call.opcode() == Opcode.INVOKESPECIAL
                || Modifier.isFinal(resolved.getModifiers() | owner.getModifiers())
                || Modifier.isPrivate(resolved.getModifiers());
        return fixed ? callee(resolved, yielder) : null;
    }

    static Callee callee(Method method, int yielder) {
        return new Callee(
                HostClass.of(method.getDeclaringClass()),
                method.getName(),
                typeOf(method).descriptorString(),
                yielder);
    }

    /// The method that a class, its superclasses or its interfaces declare, or `null`.
    static @Nullable Method resolve(Class<?> owner, String name, MethodType type) {
        for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
            Method declared = declaredBy(c, name, type);
            if (declared != null) {
                return declared;
            }
        }
        List<Method> candidates = inInterfaces(owner, name, type);
        return candidates.isEmpty() ? null : candidates.getFirst();
    }

    /// The method that runs when `resolved` is called on an object of that class.
    static Method select(Class<?> receiver, Method resolved) {
        if (Modifier.isPrivate(resolved.getModifiers())) {
            return resolved;
        }
        String name = resolved.getName();
        MethodType type = typeOf(resolved);
        for (Class<?> c = receiver; c != null; c = c.getSuperclass()) {
            Method declared = declaredBy(c, name, type);
            if (declared != null && !isStaticOrPrivate(declared)) {
                return checkOverride(declared, resolved);
            }
        }
        List<Method> concrete = inInterfaces(receiver, name, type).stream()
                .filter(method -> !Modifier.isAbstract(method.getModifiers()))
                .toList();
        if (concrete.size() == 1) {
            return concrete.getFirst();
        }
        throw new Refusal(Reason.UNCLEAR_METHOD, name, receiver.getName());
    }

    private static Method checkOverride(Method declared, Method resolved) {
        boolean packagePrivate = (resolved.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0;
        Class<?> above = resolved.getDeclaringClass();
        if (packagePrivate && !HostClass.of(above).isBeside(declared.getDeclaringClass())) {
            throw new Refusal(Reason.NO_OVERRIDE, declared);
        }
        return declared;
    }

    /// The methods of that name and type in the superinterfaces of a class that no other such interface overrides.
    private static List<Method> inInterfaces(Class<?> type, String name, MethodType descriptor) {
        Set<Class<?>> all = new LinkedHashSet<>();
        collectInterfaces(type, all);
        var found = new ArrayList<Method>();
        for (Class<?> candidate : all) {
            Method method = declaredBy(candidate, name, descriptor);
            if (method != null && !isStaticOrPrivate(method)) {
                found.add(method);
            }
        }
        found.removeIf(method -> found.stream()
                .anyMatch(other -> !other.equals(method)
                        && method.getDeclaringClass().isAssignableFrom(other.getDeclaringClass())));
        return found;
    }

    /// Adds all interfaces that a class has, by itself or through others.
    static void collectInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> superinterface : c.getInterfaces()) {
                if (all.add(superinterface)) {
                    collectInterfaces(superinterface, all);
                }
            }
        }
    }

    private static boolean isStaticOrPrivate(Method method) {
        return (method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE)) != 0;
    }

    private static @Nullable Method declaredBy(Class<?> type, String name, MethodType descriptor) {
        try {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && typeOf(method).equals(descriptor)) {
                    return method;
                }
            }
            return null;
        } catch (LinkageError missing) {
            throw new Refusal(Reason.UNLISTED, type.getName(), missing);
        }
    }

    private static MethodType typeOf(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    }
}
