package dev.weft.spec;

import static dev.weft.Async.*;
import static dev.weft.spec.Clock.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Task;
import dev.weft.testkit.VirtualTimeTest;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/// The examples of the Javadoc on reactive streams, run as tests.
class InteropSnippets {

    @VirtualTimeTest
    void publisherServesASubscriber() throws Exception {
        var journal = new Journal();
        var subscriber = new Subscribing<String>(journal);

        // @start region=publisher
        Flow.Publisher<String> lines =
                of("a", "b", "c").map(String::toUpperCase).publisher();

        lines.subscribe(subscriber); // which requests two elements
        // @end
        subscriber.request(2);
        pause(1);

        assertThat(journal).containsExactly("subscribed", "next A at 0", "next B at 0");
        subscriber.cancel();
        pause(1);
    }

    @VirtualTimeTest
    void fromPublisherReadsAPublisher() throws Exception {
        var prices = new SubmissionPublisher<Integer>(Runnable::run, 16);
        spawn(() -> {
            List.of(7, 9, 8).forEach(prices::submit);
            prices.close();
        });

        // @start region=fromPublisher
        List<Integer> dear = from(prices).filter(price -> price > 7).toList();
        // @end

        assertThat(dear).containsExactly(9, 8);
    }

    @VirtualTimeTest
    void whereReachesATask() throws Exception {
        // @start region=where
        ScopedValue<String> user = ScopedValue.newInstance();

        Task<String> greeting = where(user, "Ada", () -> spawn(() -> "Hello " + user.get()));
        // @end

        assertThat(greeting.await()).isEqualTo("Hello Ada");
    }
}
