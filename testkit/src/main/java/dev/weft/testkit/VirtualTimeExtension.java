package dev.weft.testkit;

import dev.weft.spi.Observer;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
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

    private static final String OBSERVERS = "observers";

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

    /// Shows the events of a test to `observer`, besides the observers that its simulation has. For extensions, which
    /// call this before the test method runs, such as in `beforeEach`.
    ///
    /// Does nothing for a test that does not run in virtual time.
    ///
    /// @param context the test's context
    /// @param observer sees every event of the test
    public static void observe(ExtensionContext context, Observer observer) {
        Objects.requireNonNull(observer, "observer");
        var more = new ArrayList<>(observers(context));
        more.add(observer);
        store(context).put(OBSERVERS, List.copyOf(more));
    }

    @SuppressWarnings("unchecked") // nobody else has this store
    private static List<Observer> observers(ExtensionContext context) {
        return (List<Observer>) store(context).getOrDefault(OBSERVERS, List.class, List.of());
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(VirtualTimeExtension.class));
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(simulation, invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (AnnotationSupport.isAnnotated(method.getExecutable(), VirtualTimeTest.class)) {
            invocation.proceed();
        } else {
            run(simulation, invocation, context);
        }
    }

    static void run(Simulation simulation, Invocation<@Nullable Void> invocation, ExtensionContext context)
            throws Exception {
        simulation.alsoObserved(observers(context)).run(() -> {
            try {
                invocation.proceed();
            } catch (Throwable t) {
                throw Thrown.same(t);
            }
        });
    }
}
