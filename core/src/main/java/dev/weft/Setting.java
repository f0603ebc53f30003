package dev.weft;

import dev.weft.spi.Carrier;
import dev.weft.spi.Engine;
import dev.weft.spi.Observer;
import dev.weft.spi.Runtime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is the same for all strands of a run: what they wait on, what bodies run on, who watches, and the run itself.
record Setting(
        Runtime runtime,
        List<Engine> engines,
        List<Observer> observers,
        List<Carrier> carriers,
        @Nullable RunScope scope) {

    /// The setting of code outside of every run.
    static final Setting ROOT =
            new Setting(Kernel.KERNEL.runtime(), Kernel.KERNEL.engines(), List.of(), List.of(), null);

    /// That of a run within this one.
    Setting forRun(RunOptions options, Runtime runtime, RunScope scope) {
        List<Engine> chosen = options.engine().map(Kernel.KERNEL::enginesNamed).orElse(engines);
        Stream<Observer> found = Kernel.KERNEL.observersOn().filter(observer -> !observers.contains(observer));
        List<Observer> all = Stream.of(observers.stream(), options.observers().stream(), found)
                .flatMap(each -> each)
                .toList();
        List<Carrier> carrying =
                Stream.concat(carriers.stream(), options.carriers().stream()).toList();
        return new Setting(runtime, chosen, all, carrying, scope);
    }

    /// The same, with a scoped value that is carried, too.
    Setting carrying(ScopedValue<?> key) {
        Stream<Carrier> more = Stream.concat(carriers.stream(), Stream.of(Carried.scopedValues(List.of(key))));
        return new Setting(runtime, engines, observers, more.toList(), scope);
    }

    /// Takes down what the calling thread has and a thread that it starts is to have; `null` if that is nothing.
    Carrier.@Nullable Restorer capture() {
        return Carried.capture(carriers);
    }

    boolean isObserved() {
        return !observers.isEmpty();
    }
}
