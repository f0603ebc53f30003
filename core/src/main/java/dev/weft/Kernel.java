package dev.weft;

import dev.weft.spi.Body;
import dev.weft.spi.Coroutine;
import dev.weft.spi.Engine;
import dev.weft.spi.Observer;
import dev.weft.spi.Runtime;
import java.lang.invoke.MethodHandles;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the providers gave this process, read once: the engines by rank, and the runtime for code outside every run.
final class Kernel {

    static final Kernel KERNEL = new Kernel(System.getProperty("dev.weft.engine"));

    private static final Usual USUAL =
            new Usual(KERNEL.defaultEngines, KERNEL.defaultEngines.isEmpty() ? null : KERNEL.defaultEngines.getFirst());

    private final List<Engine> engines;
    private final List<Engine> defaultEngines;
    private final Runtime runtime;
    private final boolean fullTraces = "full".equals(System.getProperty("dev.weft.traces"));
    private final AtomicLong requests = new AtomicLong();

    /// The engines to ask where nothing else is said. A record, because the virtual machine trusts the fields of a
    /// record never to change: so the calls of the best engine are compiled into those who make generators.
    private record Usual(List<Engine> engines, @Nullable Engine best) {}

    /// What a first generator can do without, and so does not wait for.
    private static final class Further {
        static final List<Observer> OBSERVERS = load(Observer.class);
        static final Cleaner CLEANER = Cleaner.create();
        static final LeakGuard LEAK_GUARD = new LeakGuard(CLEANER, KERNEL.runtime);
        static final Alive ALIVE = new Alive();
        static final ClosingWaits CLOSING_WAITS = new ClosingWaits();
    }

    private Kernel(@Nullable String onlyEngine) {
        engines = byRank(load(Engine.class));
        defaultEngines = onlyEngine == null
                ? engines
                : engines.stream()
                        .filter(engine -> engine.name().equals(onlyEngine))
                        .toList();
        runtime = loader(Runtime.class).findFirst().orElseThrow();
    }

    /// The engines, the highest rank first. Without a comparator and a stream: they would be loaded for this alone.
    private static List<Engine> byRank(List<Engine> found) {
        var sorted = new ArrayList<Engine>();
        for (Engine engine : found) {
            int place = 0;
            while (place < sorted.size() && sorted.get(place).rank() >= engine.rank()) {
                place++;
            }
            sorted.add(place, engine);
        }
        return List.copyOf(sorted);
    }

    /// The engines to ask for a body, best first, where nothing else is said.
    List<Engine> engines() {
        return defaultEngines;
    }

    /// The engine of that name alone.
    List<Engine> enginesNamed(String name) {
        List<Engine> named =
                engines.stream().filter(engine -> engine.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("no engine is named \"" + name + "\"; there are "
                    + engines.stream().map(Engine::name).toList());
        }
        return named;
    }

    private static <P> List<P> load(Class<P> provider) {
        var found = new ArrayList<P>();
        for (P each : loader(provider)) {
            found.add(each);
        }
        return List.copyOf(found);
    }

    private static <P> ServiceLoader<P> loader(Class<P> provider) {
        return ServiceLoader.load(provider, Kernel.class.getClassLoader());
    }

    Runtime runtime() {
        return runtime;
    }

    /// Whether stack traces stay as they are, with the frames of Weft in them.
    boolean showsFullTraces() {
        return fullTraces;
    }

    Cleaner cleaner() {
        return Further.CLEANER;
    }

    LeakGuard leakGuard() {
        return Further.LEAK_GUARD;
    }

    /// The observers that were found, and want to see a run that begins now.
    Stream<Observer> observersOn() {
        return Further.OBSERVERS.stream().filter(Observer::isOn);
    }

    /// The outermost runs.
    Alive alive() {
        return Further.ALIVE;
    }

    /// Numbers a request to stop something, so that of two it can be told which came later.
    long nextRequest() {
        return requests.incrementAndGet();
    }

    ClosingWaits closingWaits() {
        return Further.CLOSING_WAITS;
    }

    /// Makes a coroutine with the best engine that takes the body.
    @SuppressWarnings("ReferenceEquality") // whoever has not chosen engines has the same list
    Coroutine coroutine(Body body, Context context) {
        boolean usual = context.engines() == USUAL.engines;
        if (usual && USUAL.best != null) {
            Coroutine coroutine = USUAL.best.coroutine(body, context.runtime());
            if (coroutine != null) {
                return coroutine;
            }
        }
        return coroutineOfOther(body, context, usual ? 1 : 0);
    }

    /// Asks the engines in turn, from that place on.
    private Coroutine coroutineOfOther(Body body, Context context, int from) {
        List<Engine> asked = context.engines();
        for (int i = from; i < asked.size(); i++) {
            Coroutine coroutine = asked.get(i).coroutine(body, context.runtime());
            if (coroutine != null) {
                return coroutine;
            }
        }
        if (asked.isEmpty()) {
            throw new IllegalStateException(
                    "there is no engine to run " + body.name() + " on; set -Ddev.weft.engine to one of "
                            + engines.stream().map(Engine::name).toList() + " or leave it out");
        }
        throw new IllegalStateException("no engine takes the body of " + body.name() + ": " + explain(body, context));
    }

    /// Makes a coroutine of a part of a body, which an engine that transforms code has left as it is.
    Coroutine coroutineOfPart(Body part, Runtime runtime) {
        return engines.stream()
                .map(engine -> engine.coroutine(part, runtime))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no engine takes a part of " + part.name()));
    }

    /// Gives every engine access to the module of a lookup.
    void register(MethodHandles.Lookup lookup) {
        engines.forEach(engine -> engine.register(lookup));
    }

    Explanation explain(Body body, Context context) {
        var reasons = new ArrayList<String>();
        for (Engine engine : context.engines()) {
            String reason = engine.reasonAgainst(body);
            if (reason == null) {
                return new Explanation(engine.name(), List.copyOf(reasons));
            }
            reasons.add(engine.name() + ": " + reason);
        }
        return new Explanation("none", List.copyOf(reasons));
    }
}
