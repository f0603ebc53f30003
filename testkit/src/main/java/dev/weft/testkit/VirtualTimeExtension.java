package dev.weft.testkit;

import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Runs the test methods of a class in virtual time, whatever kind they are: `@Test`, `@ParameterizedTest`,
/// `@RepeatedTest`, or one's own.
///
/// Strict and in FIFO order with `@ExtendWith(VirtualTimeExtension.class)`; otherwise registered as a field:
///
/// {@snippet class=dev.weft.spec.TestKitSnippets region=virtualTimeExtension}
///
/// Methods with [VirtualTimeTest] are left to that annotation, which also says what runs outside virtual time.
public final class VirtualTimeExtension implements InvocationInterceptor {

    private final Simulation simulation;

    /// Makes an extension that runs tests strictly and in FIFO order.
    public VirtualTimeExtension() {
        this(VirtualTime.strict());
    }

    /// Makes an extension that runs tests in `simulation`.
    ///
    /// @param simulation how to run them
    public VirtualTimeExtension(Simulation simulation) {
        this.simulation = Objects.requireNonNull(simulation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(simulation, invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (AnnotationSupport.isAnnotated(method.getExecutable(), VirtualTimeTest.class)) {
            invocation.proceed();
        } else {
            run(simulation, invocation);
        }
    }

    static void run(Simulation simulation, Invocation<@Nullable Void> invocation) throws Exception {
        simulation.run(() -> {
            try {
                invocation.proceed();
            } catch (Throwable t) {
                throw Thrown.same(t);
            }
        });
    }
}
