package dev.weft.internal.compiled;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Map;
import java.util.Set;

/// The methods of the JDK that behave differently when they are called by another class of the same package: they use
/// the private access of the class that calls them, or return it.
///
/// What asks for the caller's module, loader or package alone is not among them, as a generated class shares those.
final class CallerSensitive {

    private static final Set<String> FIELD = Set.of(
            "get",
            "getBoolean",
            "getByte",
            "getChar",
            "getDouble",
            "getFloat",
            "getInt",
            "getLong",
            "getShort",
            "set",
            "setBoolean",
            "setByte",
            "setChar",
            "setDouble",
            "setFloat",
            "setInt",
            "setLong",
            "setShort");

    private static final Map<String, Set<String>> METHODS = Map.of(
            "java/lang/Class", Set.of("newInstance"),
            "java/lang/StackWalker", Set.of("getCallerClass"),
            "java/lang/invoke/MethodHandles", Set.of("lookup"),
            "java/lang/reflect/Constructor", Set.of("newInstance"),
            "java/lang/reflect/Field", FIELD,
            "java/lang/reflect/InvocationHandler", Set.of("invokeDefault"),
            "java/lang/reflect/Method", Set.of("invoke"),
            "java/util/concurrent/atomic/AtomicIntegerFieldUpdater", Set.of("newUpdater"),
            "java/util/concurrent/atomic/AtomicLongFieldUpdater", Set.of("newUpdater"),
            "java/util/concurrent/atomic/AtomicReferenceFieldUpdater", Set.of("newUpdater"));

    private CallerSensitive() {}

    static boolean contains(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        if (!owner.startsWith("java/")) {
            return false;
        }
        String name = call.name().stringValue();
        return name.equals("canAccess") || METHODS.getOrDefault(owner, Set.of()).contains(name);
    }
}
