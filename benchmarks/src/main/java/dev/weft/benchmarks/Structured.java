package dev.weft.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `StructuredTaskScope`, which is a preview feature: called through method handles, so that no class but those of the
/// process that measures it needs the flag.
final class Structured implements Contender {

    @Override
    public String name() {
        return "StructuredTaskScope";
    }

    @Override
    public List<String> jvmOptions() {
        return List.of("--enable-preview");
    }

    @Override
    public Optional<String> absence() {
        return Runtime.version().feature() == 25
                ? Optional.empty()
                : Optional.of("the preview feature is called as JDK 25 has it");
    }

    @Override
    public void enter(Entries entries) {
        entries.addSlow(Workload.STEP_READY, "", VirtualThreads.running(n -> stepped(n, false)));
        entries.add(Workload.STEP_TIMED, "", VirtualThreads.running(n -> stepped(n, true)));
    }

    private static long stepped(int n, boolean timed) throws Exception {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += step(VirtualThreads.value(i, timed), VirtualThreads.value(i, timed));
        }
        return sum;
    }

    private static int step(Callable<Integer> left, Callable<Integer> right) throws Exception {
        try (AutoCloseable scope = (AutoCloseable) Handles.OPEN.invokeExact()) {
            Object first = (Object) Handles.FORK.invokeExact((Object) scope, left);
            Object second = (Object) Handles.FORK.invokeExact((Object) scope, right);
            Object _ = (Object) Handles.JOIN.invokeExact((Object) scope);
            return (Integer) (Object) Handles.GET.invokeExact(first)
                    + (Integer) (Object) Handles.GET.invokeExact(second);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// What is called of it.
    private static final class Handles {
        static final MethodHandle OPEN;
        static final MethodHandle FORK;
        static final MethodHandle JOIN;
        static final MethodHandle GET;

        static {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            try {
                Class<?> scope = Class.forName("java.util.concurrent.StructuredTaskScope");
                Class<?> subtask = Class.forName("java.util.concurrent.StructuredTaskScope$Subtask");
                OPEN = lookup.findStatic(scope, "open", MethodType.methodType(scope))
                        .asType(MethodType.methodType(AutoCloseable.class));
                FORK = lookup.findVirtual(scope, "fork", MethodType.methodType(subtask, Callable.class))
                        .asType(MethodType.methodType(Object.class, Object.class, Callable.class));
                JOIN = lookup.findVirtual(scope, "join", MethodType.methodType(Object.class))
                        .asType(MethodType.methodType(Object.class, Object.class));
                GET = lookup.findVirtual(subtask, "get", MethodType.methodType(Object.class))
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
