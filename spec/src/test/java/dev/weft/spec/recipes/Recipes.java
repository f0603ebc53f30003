package dev.weft.spec.recipes;

import static dev.weft.Async.*;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;

/// The recipes of `docs/recipes.md`, to be tested.
final class Recipes {

    private Recipes() {}

    static AsyncGenerator<String> tokens(ChatModel model, String question) {
        return callback(emitter -> {
            ChatModel.Handle handle = model.chat(question, new ChatModel.Handler() {
                @Override
                public void onPartialResponse(String token) {
                    emitter.emit(token);
                }

                @Override
                public void onCompleteResponse(String answer) {
                    emitter.complete();
                }

                @Override
                public void onError(Throwable error) {
                    emitter.fail(error);
                }
            });
            emitter.onClose(handle::cancel);
        });
    }

    static AsyncGenerator<String> tokens(ChatClient client, String question) {
        return generator(y -> {
            var response = y.use(client.createStreaming(question));
            for (var tokens = response.stream().iterator(); tokens.hasNext(); ) {
                y.yield(tokens.next());
            }
        });
    }

    static AsyncGenerator<String> states(GraphRun run) {
        return generator(y -> {
            y.use(run::cancel);
            for (var data = run.next(); !data.isDone(); data = run.next()) {
                y.yield(Awaitable.of(data.future()).await());
            }
        });
    }
}
