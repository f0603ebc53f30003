package dev.weft.testkit;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/// Gives each method with [VirtualTimeTest] its runs: one, or one per seed up to the first that fails.
final class VirtualTimeRuns implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), VirtualTimeTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        VirtualTimeTest test = AnnotationSupport.findAnnotation(context.getTestMethod(), VirtualTimeTest.class)
                .orElseThrow();
        if (test.explore() < 0) {
            throw new IllegalArgumentException("explore must not be negative, was " + test.explore());
        }
        Simulation plain = VirtualTime.fifo().watchdog(Duration.ofMillis(test.watchdogMillis()));
        Simulation simulation = test.strict() ? plain.strict() : plain;
        var failed = new AtomicBoolean();
        return orders(test)
                // JUnit asks for the next run when the one before has ended.
                .takeWhile(order -> !failed.get())
                .map(order -> new OneRun(simulation.with(order), order, failed));
    }

    private static Stream<Order> orders(VirtualTimeTest test) {
        boolean fifo = test.seed() == VirtualTimeTest.FIFO;
        if (test.explore() == 0) {
            return Stream.of(fifo ? new Order.Fifo() : new Order.Seeded(test.seed()));
        }
        long first = fifo ? 0 : test.seed();
        return IntStream.range(0, test.explore()).mapToObj(i -> new Order.Seeded(first + i));
    }

    /// One run of a test, as JUnit sees it, and the interceptor that puts it into virtual time.
    private record OneRun(Simulation simulation, Order order, AtomicBoolean failed)
            implements TestTemplateInvocationContext, InvocationInterceptor {

        @Override
        public String getDisplayName(int index) {
            return order instanceof Order.Seeded(long seed) ? "seed " + seed : "FIFO order";
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context)
                throws Throwable {
            try {
                VirtualTimeExtension.run(simulation, invocation, context);
            } catch (TestAbortedException e) {
                throw e;
            } catch (Throwable t) {
                failed.set(true);
                if (order instanceof Order.Seeded(long seed)) {
                    String hint = "replay with @VirtualTimeTest(seed = " + seed + ")";
                    t.addSuppressed(FailingSchedule.hint("fails under seed " + seed + "; " + hint));
                    context.publishReportEntry("weft", hint);
                }
                throw t;
            }
        }
    }
}
