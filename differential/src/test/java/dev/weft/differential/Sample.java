package dev.weft.differential;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.DialogueBody;
import dev.weft.Explanation;
import dev.weft.GeneratorBody;
import dev.weft.RunOptions;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// A body that can be made anew for each run.
///
/// @param name what to call it
/// @param hosts makes an object for a run
/// @param bodies gives the body of such an object, a [GeneratorBody] or a [DialogueBody]
public record Sample(String name, Supplier<? extends Host> hosts, Function<Host, Object> bodies) {

    /// Makes a sample of a host with one body.
    ///
    /// @param name what to call it
    /// @param hosts makes an object for a run
    /// @return the sample
    public static Sample of(String name, Supplier<? extends DrawnHost> hosts) {
        return new Sample(name, hosts, host -> ((DrawnHost) host).body());
    }

    /// Runs a script on a generator of this body.
    ///
    /// @param script what the consumer does
    /// @param engine who suspends the body
    /// @return what happened
    public List<String> run(Script script, Engine engine) {
        Host host = hosts.get();
        Object body = bodies.apply(host);
        RunOptions options = engine.choose(RunOptions.defaults())
                .lateErrors(late -> host.trace().add("late: " + Trace.describe(late.error())));
        try {
            Async.run(options, () -> {
                new Driver(generator(body), body instanceof DialogueBody, host.trace()).run(script);
                return null;
            });
        } catch (Exception e) {
            host.trace().add("run: " + Trace.describe(e));
        }
        return host.trace().events();
    }

    /// Says which engine takes the body when any may.
    ///
    /// @return the engine, and why no better one
    public Explanation explain() {
        Object body = bodies.apply(hosts.get());
        return body instanceof DialogueBody<?, ?, ?> dialogue
                ? Async.explainDialogue(dialogue)
                : Async.explain((GeneratorBody<?>) body);
    }

    @SuppressWarnings("unchecked") // elements are only shown
    private static AsyncGenerator<Object> generator(Object body) {
        return body instanceof DialogueBody<?, ?, ?> dialogue
                ? Async.dialogue("it", (DialogueBody<Object, Object, Object>) dialogue)
                : Async.generator("it", (GeneratorBody<Object>) body);
    }

    @Override
    public String toString() {
        return name;
    }
}
