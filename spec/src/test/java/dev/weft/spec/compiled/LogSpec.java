package dev.weft.spec.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.GeneratorBody;
import dev.weft.RunOptions;
import dev.weft.spi.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// What the engine logs, and what observers are told.
class LogSpec {

    private static final Logger LOGGER = Logger.getLogger("dev.weft");

    private final List<String> messages = new ArrayList<>();

    private void pullTwice(GeneratorBody<Integer> body) {
        var handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                messages.add(message.getLevel() + " " + message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        LOGGER.setLevel(Level.FINE);
        LOGGER.addHandler(handler);
        try {
            for (int i = 0; i < 2; i++) {
                try (AsyncGenerator<Integer> generator = Async.generator(body)) {
                    assertThat(generator.iterator().next()).isEqualTo(1);
                }
            }
        } finally {
            LOGGER.removeHandler(handler);
            LOGGER.setLevel(null);
        }
    }

    @Test
    void aBodyThatFallsBackIsLoggedOnce() {
        pullTwice(y -> {
            synchronized (this) {
                y.yield(1);
            }
        });

        assertThat(messages)
                .hasSize(1)
                .first()
                .asString()
                .matches("FINE .*LogSpec.* is not compiled: yield inside synchronized, LogSpec\\.java:\\d+: .*");
    }

    @Test
    void aBodyThatCompilesIsNotLogged() {
        pullTwice(y -> y.yield(1));

        assertThat(messages).isEmpty();
    }

    @Test
    void anObserverIsToldOfAFallback() throws Exception {
        GeneratorBody<Object> body = y -> List.of(1, 2).forEach(number -> y.yield(number));
        var events = new CopyOnWriteArrayList<Event>();

        Async.run(RunOptions.defaults().observer(events::add), () -> {
            Async.generator(body).iterator().forEachRemaining(_ -> {});
            return null;
        });

        assertThat(events.stream().filter(event -> event.kind() == Event.Kind.FELL_BACK))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.detail().toString())
                            .startsWith("compiled: yield inside a nested lambda or method reference");
                    assertThat(event.subject().site()).startsWith("LogSpec.java:");
                });
    }
}
