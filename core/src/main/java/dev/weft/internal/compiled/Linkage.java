package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/// Links what generated classes cannot link by themselves: bootstrap methods that act on behalf of the host.
///
/// A generated class is a neighbour of its host and no more. What the host may do beyond that, it does by an
/// `invokedynamic` that is linked here, once, with the host's own lookup; after that it costs what the plain
/// instruction costs. Only a class that lies beside the host may ask.
///
/// Public only for the classes that the engine generates in other packages.
public final class Linkage {

    static final String VIRTUAL = "VIRTUAL";
    static final String SPECIAL = "SPECIAL";
    static final String STATIC = "STATIC";
    static final String NEW = "NEW";

    static final MethodTypeDesc SHAPE = MethodTypeDesc.of(
            Names.SHAPE, ConstantDescs.CD_MethodHandles_Lookup, ConstantDescs.CD_Class, ConstantDescs.CD_int);
    static final DirectMethodHandleDesc INITIALIZE = ConstantDescs.ofCallsiteBootstrap(
            Names.LINKAGE, "initialize", ConstantDescs.CD_CallSite, ConstantDescs.CD_Class);
    static final DirectMethodHandleDesc MEMBER = ConstantDescs.ofCallsiteBootstrap(
            Names.LINKAGE,
            "member",
            ConstantDescs.CD_CallSite,
            ConstantDescs.CD_Class,
            ConstantDescs.CD_String,
            ConstantDescs.CD_Class,
            ConstantDescs.CD_String);
    static final DirectMethodHandleDesc DYNAMIC = ConstantDescs.ofCallsiteBootstrap(
            Names.LINKAGE, "dynamic", ConstantDescs.CD_CallSite, ConstantDescs.CD_Class, ConstantDescs.CD_int);
    static final DirectMethodHandleDesc CALL = ConstantDescs.ofCallsiteBootstrap(
            Names.LINKAGE, "call", ConstantDescs.CD_CallSite, ConstantDescs.CD_Class, ConstantDescs.CD_int);

    /// How a host links an instruction of its own.
    record Bootstrap(DirectMethodHandleDesc method, List<ConstantDesc> arguments) {}

    private Linkage() {}

    private static HostClass host(Lookup caller, Class<?> host) {
        HostClass known = HostClass.of(host);
        Class<?> asking = caller.lookupClass();
        if (!known.isBeside(asking) || !caller.hasFullPrivilegeAccess()) {
            throw new IllegalCallerException(asking.getName() + " is no neighbour of " + host.getName());
        }
        return known;
    }

    /// Gives a generated class the description of its code.
    ///
    /// @param caller the generated class
    /// @param host the host
    /// @param number where the host keeps it
    /// @return the description
    public static Shape shape(Lookup caller, Class<?> host, int number) {
        return (Shape) host(caller, host).kept(number);
    }

    /// Initializes the host, as the call of a static method does.
    ///
    /// @param caller the generated class
    /// @param name ignored
    /// @param type the type of a method that takes and returns nothing
    /// @param host the host
    /// @return a call site that does nothing
    /// @throws IllegalAccessException never
    public static CallSite initialize(Lookup caller, String name, MethodType type, Class<?> host)
            throws IllegalAccessException {
        host(caller, host).lookup().ensureInitialized(host);
        return new ConstantCallSite(MethodHandles.zero(void.class));
    }

    /// Links the use of a member.
    ///
    /// @param caller the generated class
    /// @param name the name of the member
    /// @param type what the instruction takes and leaves
    /// @param host the host
    /// @param kind the kind of call, or the instruction that uses a field
    /// @param owner the class that the instruction names
    /// @param descriptor the descriptor of the member
    /// @return the call site
    /// @throws ReflectiveOperationException if there is no such member
    public static CallSite member(
            Lookup caller, String name, MethodType type, Class<?> host, String kind, Class<?> owner, String descriptor)
            throws ReflectiveOperationException {
        HostClass on = host(caller, host);
        MethodHandle handle = descriptor.startsWith("(")
                ? method(on, name, kind, owner, on.type(MethodTypeDesc.ofDescriptor(descriptor)))
                : field(on.lookup(), name, kind, owner, type);
        return new ConstantCallSite(handle.asFixedArity().asType(type));
    }

    private static MethodHandle method(HostClass host, String name, String kind, Class<?> owner, MethodType type)
            throws ReflectiveOperationException {
        Lookup lookup = host.lookup();
        return switch (kind) {
            case STATIC -> lookup.findStatic(owner, name, type);
            case SPECIAL -> lookup.findSpecial(owner, name, type, host.type());
            case NEW -> lookup.findConstructor(owner, type);
            default -> lookup.findVirtual(owner, name, type);
        };
    }

    private static MethodHandle field(Lookup lookup, String name, String kind, Class<?> owner, MethodType type)
            throws ReflectiveOperationException {
        return switch (kind) {
            case "GETSTATIC" -> lookup.findStaticGetter(owner, name, type.returnType());
            case "GETFIELD" -> lookup.findGetter(owner, name, type.returnType());
            case "PUTSTATIC" -> lookup.findStaticSetter(owner, name, type.lastParameterType());
            default -> lookup.findSetter(owner, name, type.lastParameterType());
        };
    }

    /// Links an `invokedynamic` of the host, as the host would.
    ///
    /// @param caller the generated class
    /// @param name the name in the instruction
    /// @param type the type of the instruction
    /// @param host the host
    /// @param number where the host keeps the bootstrap
    /// @return what the bootstrap returns
    /// @throws Throwable what the bootstrap throws
    public static CallSite dynamic(Lookup caller, String name, MethodType type, Class<?> host, int number)
            throws Throwable {
        HostClass on = host(caller, host);
        var bootstrap = (Bootstrap) on.kept(number);
        var arguments = new ArrayList<Object>(List.of(on.lookup(), name, type));
        for (ConstantDesc argument : bootstrap.arguments()) {
            arguments.add(argument.resolveConstantDesc(on.lookup()));
        }
        MethodHandle method = bootstrap.method().resolveConstantDesc(on.lookup());
        return (CallSite) method.invokeWithArguments(arguments);
    }

    /// Links a call to which the yielder is passed: makes, out of its arguments, what is to run.
    ///
    /// @param caller the generated class
    /// @param name ignored
    /// @param type the type of the call, returning a [LinkedFrame] or a [dev.weft.spi.Body.Part]
    /// @param host the host
    /// @param number where the host keeps the call
    /// @return the call site
    /// @throws ReflectiveOperationException if the method cannot be called
    public static CallSite call(Lookup caller, String name, MethodType type, Class<?> host, int number)
            throws ReflectiveOperationException {
        HostClass on = host(caller, host);
        var stop = (Stop) on.kept(number);
        Callee callee = stop.callee();
        if (callee == null) {
            return new ConstantCallSite(Dispatch.of(on, stop, type));
        }
        MethodHandle factory = callee.host().frameClass(callee, true).factory();
        MethodHandle call = MethodHandles.dropArguments(factory, callee.yielder(), type.parameterType(callee.yielder()))
                .asType(type);
        boolean onReceiver = type.parameterCount() > stop.call().typeSymbol().parameterCount();
        return new ConstantCallSite(onReceiver ? Dispatch.checkingReceiver(call, callee.name()) : call);
    }
}
