package dev.weft;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.ref.Cleaner;
import java.lang.ref.ReferenceQueue;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.BaseStream;

/// Forbids what waits, reads a clock or starts a thread.
///
/// Of `java.util.concurrent` it allows what is listed here: whatever is not, most likely waits.
final class NeitherWaitNorStartThreads extends ArchCondition<JavaClass> {

    private static final Set<String> ALLOWED_CONCURRENT = Set.of(
            "BlockingQueue",
            "Callable",
            "CancellationException",
            "CompletableFuture",
            "CompletionException",
            "CompletionStage",
            "ConcurrentHashMap",
            "ConcurrentLinkedDeque",
            "ConcurrentLinkedQueue",
            "ConcurrentMap",
            "CopyOnWriteArrayList",
            "CopyOnWriteArraySet",
            "ExecutionException",
            "Flow",
            "Future",
            "ThreadLocalRandom",
            "TimeUnit",
            "TimeoutException");

    private static final Set<Class<?>> FORBIDDEN =
            Set.of(Condition.class, LockSupport.class, Thread.Builder.class, Timer.class, TimerTask.class);

    private static final Map<Class<?>, Set<String>> FORBIDDEN_MEMBERS = Map.ofEntries(
            Map.entry(System.class, Set.of("currentTimeMillis", "nanoTime")),
            Map.entry(
                    Thread.class,
                    Set.of(
                            "<init>",
                            "join",
                            "ofPlatform",
                            "ofVirtual",
                            "sleep",
                            "start",
                            "startVirtualThread",
                            "yield")),
            Map.entry(Object.class, Set.of("wait")),
            Map.entry(Process.class, Set.of("waitFor")),
            Map.entry(Date.class, Set.of("<init>")),
            Map.entry(Cleaner.class, Set.of("create")),
            Map.entry(ReferenceQueue.class, Set.of("remove")),
            Map.entry(Collection.class, Set.of("parallelStream")),
            Map.entry(BaseStream.class, Set.of("parallel")),
            Map.entry(Lock.class, Set.of("newCondition")),
            Map.entry(TimeUnit.class, Set.of("sleep", "timedJoin", "timedWait")),
            Map.entry(BlockingQueue.class, Set.of("put", "take")),
            Map.entry(Future.class, Set.of("get", "join")),
            Map.entry(
                    CompletableFuture.class,
                    Set.of(
                            "completeAsync",
                            "completeOnTimeout",
                            "delayedExecutor",
                            "orTimeout",
                            "runAsync",
                            "supplyAsync")));

    private final String root;

    NeitherWaitNorStartThreads(String root) {
        super("neither wait, nor read a clock, nor start a thread");
        this.root = root;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            boolean allowed = !isForbidden(dependency.getTargetClass());
            events.add(new SimpleConditionEvent(dependency, allowed, dependency.getDescription()));
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            boolean allowed = !isForbidden(access.getTarget()) || isExempt(type, access.getTarget());
            events.add(new SimpleConditionEvent(access, allowed, access.getDescription()));
        }
    }

    private static boolean isForbidden(JavaClass type) {
        if (type.getPackageName().equals("java.util.concurrent")) {
            return !ALLOWED_CONCURRENT.contains(outermost(type).getSimpleName());
        }
        return type.getFullName().startsWith("java.time.Clock")
                || FORBIDDEN.stream().anyMatch(type::isEquivalentTo);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass()
                .map(NeitherWaitNorStartThreads::outermost)
                .orElse(type);
    }

    private static boolean isForbidden(AccessTarget target) {
        JavaClass owner = target.getOwner();
        if (!owner.getPackageName().startsWith("java.")) {
            return false;
        }
        if (owner.getPackageName().equals("java.time") && target.getName().equals("now")) {
            return true;
        }
        return FORBIDDEN_MEMBERS.entrySet().stream()
                .anyMatch(e -> owner.isAssignableTo(e.getKey()) && e.getValue().contains(target.getName()));
    }

    private boolean isExempt(JavaClass type, AccessTarget target) {
        // A plain future tells nobody when it is done, nor a queue when it has an element, so somebody has to block in
        // it; and only the language makes a cleaner.
        boolean waitsForAForeignFuture = type.getName().equals(root + ".Outside")
                && target.getOwner().isAssignableTo(Future.class)
                && target.getName().equals("get");
        boolean takesFromAQueue = type.getName().equals(root + ".Outside")
                && target.getOwner().isAssignableTo(BlockingQueue.class)
                && target.getName().equals("take");
        boolean makesACleaner =
                type.getPackageName().equals(root) && target.getOwner().isEquivalentTo(Cleaner.class);
        // Who waits for another thread's next instruction must not keep it from its carrier.
        boolean givesWay = type.getName().equals(root + ".Handshake")
                && target.getOwner().isEquivalentTo(Thread.class)
                && target.getName().equals("yield");
        return waitsForAForeignFuture || takesFromAQueue || makesACleaner || givesWay;
    }
}
