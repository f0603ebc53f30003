package dev.weft.testkit;

import dev.weft.Action;
import dev.weft.Async;
import dev.weft.LateError;
import dev.weft.RunOptions;
import dev.weft.spi.Observer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How code is run in virtual time: in which order, how closely watched, how strictly. Made by [VirtualTime].
///
/// Immutable; each method that changes something returns another simulation. One simulation runs any number of times,
/// also from several threads at once: runs share nothing.
///
/// **What a run is.** The code runs as by `Async.run`, on strands that are plain virtual threads. One strand executes
/// at a time; another takes over only where the first one waits. The clock starts at zero and stands still while
/// anything can run; when everybody waits, it jumps to the earliest time that somebody waits for. Ends of waits for the
/// same time come in the order in which the waits began. Code of other threads, such as the completion of a future, is
/// the exception: a run waits for it in real time, but only when no strand is ready and none waits for a time. So a
/// time limit on such a wait ends it at once.
///
/// **How a run fails.** With what the code threw, the same instance; with [Deadlock], [Livelock] or [Blocked]; or with
/// what a strand let out. Then all its strands are ended: each of their waits throws an error, so that their `finally`
/// blocks run. A strand that withstands this is left behind, and a suppressed exception names it.
public final class Simulation {

    private static final System.Logger LOGGER = System.getLogger("dev.weft.testkit");

    static final Simulation PLAIN =
            new Simulation(new Order.Fifo(), Duration.ofSeconds(10), 5_000_000, false, List.of(), null);

    private final Order order;
    private final Duration watchdog;
    private final long switchLimit;
    private final boolean strict;
    private final List<Observer> observers;
    private final @Nullable Consumer<? super String> trace;

    private Simulation(
            Order order,
            Duration watchdog,
            long switchLimit,
            boolean strict,
            List<Observer> observers,
            @Nullable Consumer<? super String> trace) {
        this.order = order;
        this.watchdog = watchdog;
        this.switchLimit = switchLimit;
        this.strict = strict;
        this.observers = observers;
        this.trace = trace;
    }

    /// Runs ready strands in the order in which they became ready. That is the default.
    ///
    /// @return a simulation in that order
    public Simulation fifo() {
        return with(new Order.Fifo());
    }

    /// Runs ready strands in an order drawn from `seed`: the same seed, the same order, on every machine.
    ///
    /// A strand that steps back in favour of those that are ready may be drawn again at once.
    ///
    /// @param seed any number
    /// @return a simulation in that order
    public Simulation seed(long seed) {
        return with(new Order.Seeded(seed));
    }

    /// Runs ready strands in the order that [#exploreAll(int, Callable)] has found.
    ///
    /// @param choices which of the ready strands goes on, wherever there are several; 0 is the one that has been ready
    ///     longest, and is taken where the choices end
    /// @return a simulation in that order
    /// @throws IllegalArgumentException if a choice is negative
    public Simulation schedule(int... choices) {
        IntStream.of(choices).filter(choice -> choice < 0).findFirst().ifPresent(choice -> {
            throw new IllegalArgumentException("choices must not be negative, one was " + choice);
        });
        return with(new Order.Scripted(IntStream.of(choices).boxed().toList()));
    }

    /// Fails a run with [Blocked] in which a strand neither waits nor ends for `limit` of real time, and a run with
    /// [Deadlock] in which nothing comes from outside for so long. Without this call, 10 seconds.
    ///
    /// The run fails after `limit` at the earliest and before twice `limit`. A debugger that stops a strand needs a
    /// long limit.
    ///
    /// @param limit the limit, positive
    /// @return a simulation with that limit
    /// @throws IllegalArgumentException if `limit` is not positive
    public Simulation watchdog(Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("limit must be positive, was " + limit);
        }
        return new Simulation(order, limit, switchLimit, strict, observers, trace);
    }

    /// Fails a run with [Livelock] whose strands wait more than `limit` times while the clock stands still. Without
    /// this call, 5 million times.
    ///
    /// @param limit the limit, positive
    /// @return a simulation with that limit
    /// @throws IllegalArgumentException if `limit` is not positive
    public Simulation switchLimit(long limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive, was " + limit);
        }
        return new Simulation(order, watchdog, limit, strict, observers, trace);
    }

    /// Fails a run with [LeftOpen] if, at the end of the code, a task is running or a generator has begun and is not
    /// closed, although the end of the run would cancel and close them.
    ///
    /// @return a strict simulation
    public Simulation strict() {
        return new Simulation(order, watchdog, switchLimit, true, observers, trace);
    }

    /// Shows the events of a run to `observer`, in place of the observer set before.
    ///
    /// @param observer sees every event
    /// @return a simulation with that observer
    public Simulation observer(Observer observer) {
        return new Simulation(order, watchdog, switchLimit, strict, List.of(observer), trace);
    }

    /// Shows the events of a run to more observers, after those set before.
    Simulation alsoObserved(List<Observer> more) {
        List<Observer> all = Stream.concat(observers.stream(), more.stream()).toList();
        return new Simulation(order, watchdog, switchLimit, strict, all, trace);
    }

    /// Hands every step of the scheduler to `trace`, a line each: the time in nanoseconds, what happened, and the
    /// strand.
    ///
    /// Two runs that hand over the same lines did the same things in the same order.
    ///
    /// - **Threads**: called by one thread at a time; must neither wait nor use Weft.
    ///
    /// @param trace receives the lines, such as `list::add`
    /// @return a simulation with that trace
    public Simulation trace(Consumer<? super String> trace) {
        return new Simulation(order, watchdog, switchLimit, strict, observers, Objects.requireNonNull(trace));
    }

    /// Runs `code` in virtual time.
    ///
    /// - **Suspends**: blocks the calling thread until the run is over.
    /// - **Cancellation**: an interrupt of the calling thread interrupts the code.
    /// - **Threads**: `code` runs on a virtual thread; thread locals of the caller are those it inherits.
    /// - **Errors**: throws what `code` throws, the same instance, or what is wrong with the run.
    ///
    /// @param code what to run
    /// @param <T> what it returns
    /// @return what `code` returned
    /// @throws Exception what `code` throws
    /// @throws VirtualTimeError if the run fails
    public <T extends @Nullable Object> T run(Callable<T> code) throws Exception {
        return play(order.begin(), Objects.requireNonNull(code)).conclude();
    }

    /// Runs `code` in virtual time, like [#run(Callable)].
    ///
    /// @param code what to run
    /// @throws Exception what `code` throws
    /// @throws VirtualTimeError if the run fails
    public void run(Action code) throws Exception {
        run(callable(code));
    }

    /// Runs `code` under `seeds` seeds, one after the other, up to the first failure. The first is that of
    /// [#seed(long)], or 0.
    ///
    /// {@snippet class=dev.weft.spec.TestKitSnippets region=explore}
    ///
    /// - **Errors**: throws [FailingSchedule], which names the seed; its cause is what the run threw.
    ///
    /// @param seeds how many, positive
    /// @param code what to run, from the same beginning each time
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a seed
    /// @throws IllegalArgumentException if `seeds` is not positive
    public void explore(int seeds, Callable<?> code) throws InterruptedException {
        Exploration.seeds(this, order instanceof Order.Seeded(long seed) ? seed : 0, seeds, code);
    }

    /// Runs `code` under `seeds` seeds, like [#explore(int, Callable)].
    ///
    /// @param seeds how many, positive
    /// @param code what to run, from the same beginning each time
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a seed
    /// @throws IllegalArgumentException if `seeds` is not positive
    public void explore(int seeds, Action code) throws InterruptedException {
        explore(seeds, callable(code));
    }

    /// Runs `code` under every schedule there is, up to the first failure.
    ///
    /// - **Errors**: throws [FailingSchedule], which names the schedule; its cause is what the run threw.
    /// - **Cost**: one run per schedule; their number grows exponentially with the steps of the code.
    ///
    /// @param limit how many schedules there may be, positive
    /// @param code what to run, from the same beginning each time
    /// @return how many schedules there are
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a schedule
    /// @throws IllegalStateException if there are more schedules than `limit`, none of which has failed so far
    /// @throws IllegalArgumentException if `limit` is not positive
    public int exploreAll(int limit, Callable<?> code) throws InterruptedException {
        return Exploration.schedules(this, limit, code);
    }

    /// Runs `code` under every schedule there is, like [#exploreAll(int, Callable)].
    ///
    /// @param limit how many schedules there may be, positive
    /// @param code what to run, from the same beginning each time
    /// @return how many schedules there are
    /// @throws InterruptedException if the calling thread is interrupted
    /// @throws FailingSchedule if `code` fails under a schedule
    /// @throws IllegalStateException if there are more schedules than `limit`, none of which has failed so far
    /// @throws IllegalArgumentException if `limit` is not positive
    public int exploreAll(int limit, Action code) throws InterruptedException {
        return exploreAll(limit, callable(code));
    }

    Simulation with(Order order) {
        return new Simulation(order, watchdog, switchLimit, strict, observers, trace);
    }

    private static Callable<@Nullable Void> callable(Action code) {
        Objects.requireNonNull(code);
        return () -> {
            code.run();
            return null;
        };
    }

    /// Runs `code` to its end, whatever that is.
    <T extends @Nullable Object> Run<T> play(Ready ready, Callable<T> code) {
        var open = new OpenSubjects();
        var runtime = new VirtualRuntime(ready, switchLimit, trace);
        RunOptions options = options(runtime, open);
        var run = new Run<T>(
                runtime,
                () -> Async.run(options, () -> {
                    T result = code.call();
                    open.requireNone();
                    return result;
                }));
        run.play(watchdog);
        return run;
    }

    /// Returns the code that chooses `order` with the strictness of this simulation.
    String replay(Order order) {
        return order + (strict ? ".strict()" : "") + ".run(...)";
    }

    private RunOptions options(VirtualRuntime runtime, OpenSubjects open) {
        RunOptions options = RunOptions.defaults().runtime(runtime).lateErrors(Simulation::warn);
        // An event costs time as soon as there is an observer, so only those that are needed.
        if (strict) {
            options = options.observer(open);
        }
        for (Observer observer : observers) {
            options = options.observer(observer);
        }
        return options;
    }

    private static void warn(LateError late) {
        // What is late because its run is being ended is no news.
        if (!Unwound.causedIn(late.error())) {
            LOGGER.log(System.Logger.Level.WARNING, late.what(), late.error());
        }
    }
}
