package dev.weft.spec.recipes;

import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;

import dev.weft.Task;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Stands in for a streaming chat model with a callback handler, such as those of LangChain4j.
public final class ChatModel {

    /// Gets the answer, bit by bit.
    public interface Handler {

        /// Takes the next bit of the answer.
        void onPartialResponse(String token);

        /// Takes the whole answer; nothing follows.
        void onCompleteResponse(String answer);

        /// Takes a failure; nothing follows.
        void onError(Throwable error);
    }

    /// Stops a call.
    public interface Handle {

        /// Closes the connection.
        void cancel() throws Exception;
    }

    private final Consumer<String> log;

    /// A model that prints what becomes of its calls.
    public ChatModel() {
        this(IO::println);
    }

    ChatModel(Consumer<String> log) {
        this.log = log;
    }

    /// Answers with the words of the question, one each tenth of a second. Calls the handler on a thread of its own.
    public Handle chat(String question, Handler handler) {
        Task<Void> call = spawn(() -> answer(question, handler));
        return () -> {
            call.cancel();
            try {
                call.await();
            } catch (CancellationException e) {
                log.accept("call cancelled");
            }
        };
    }

    private static void answer(String question, Handler handler) throws InterruptedException {
        for (String token : question.split(" ")) {
            sleep(Duration.ofMillis(100));
            if (token.equals("fail")) {
                handler.onError(new IllegalStateException("the model failed"));
                return;
            }
            handler.onPartialResponse(token);
        }
        handler.onCompleteResponse(question);
    }
}
