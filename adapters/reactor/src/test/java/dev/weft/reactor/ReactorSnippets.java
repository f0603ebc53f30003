package dev.weft.reactor;

import static dev.weft.Async.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.testkit.VirtualTimeTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The examples of the Javadoc, and the shape of Spring AI, run as tests.
class ReactorSnippets {

    private final List<String> events = new ArrayList<>();

    /// The model of a chat, as Spring AI has it.
    private Flux<String> stream(String prompt) {
        return Flux.just("Weft ", "is ", "direct")
                .concatWith(Mono.never())
                .doOnCancel(() -> events.add("call cancelled"));
    }

    @VirtualTimeTest
    void fluxServesAWebFramework() throws Exception {
        // @start region=flux
        Flux<Integer> countdown = WeftReactor.flux(generator(y -> {
            for (int i = 3; i > 0; i--) {
                sleep(Duration.ofSeconds(1));
                y.yield(i);
            }
        }));
        // @end

        assertThat(WeftReactor.from(countdown.collectList()).await()).containsExactly(3, 2, 1);
    }

    @VirtualTimeTest
    void fromReadsTheTokensOfAModel() {
        var answer = new StringBuilder();

        // @start region=from
        try (AsyncGenerator<String> tokens = WeftReactor.from(stream("What is Weft?"))) {
            for (String token : tokens) {
                answer.append(token);
                if (token.equals("direct")) {
                    break;
                }
            }
        } // which cancels the call
        // @end

        assertThat(answer).hasToString("Weft is direct");
        assertThat(events).containsExactly("call cancelled");
    }

    @VirtualTimeTest
    void theContextReachesWhatABodyAwaits() throws Exception {
        // @start region=context
        Mono<String> user = Mono.deferContextual(context -> Mono.just(context.get("user")));

        Flux<String> greetings = WeftReactor.flux(generator(y -> {
            y.yield("Hello " + WeftReactor.from(user).await());
        }));

        Mono<String> greeting = greetings.next().contextWrite(context -> context.put("user", "Ada"));
        // @end

        assertThat(WeftReactor.from(greeting).await()).isEqualTo("Hello Ada");
    }
}
