package dev.weft.spec.recipes;

import static dev.weft.Async.sleep;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Stands in for the client of a vendor, which gives a blocking stream that has to be closed.
public final class ChatClient {

    /// An answer that arrives while its stream is read.
    public interface StreamResponse extends AutoCloseable {

        /// The bits of the answer.
        Stream<String> stream();

        /// Closes the connection.
        @Override
        void close();
    }

    private final Consumer<String> log;

    /// A client that prints what becomes of its calls.
    public ChatClient() {
        this(IO::println);
    }

    ChatClient(Consumer<String> log) {
        this.log = log;
    }

    /// Answers with the words of the question, one each tenth of a second.
    public StreamResponse createStreaming(String question) {
        log.accept("call opened");
        return new StreamResponse() {
            @Override
            public Stream<String> stream() {
                return Arrays.stream(question.split(" ")).map(ChatClient::arriving);
            }

            @Override
            public void close() {
                log.accept("call closed");
            }
        };
    }

    private static String arriving(String token) {
        try {
            sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e); // as many clients do
        }
        if (token.equals("fail")) {
            throw new IllegalStateException("the call failed");
        }
        return token;
    }
}
