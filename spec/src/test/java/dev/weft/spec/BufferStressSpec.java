package dev.weft.spec;

import static dev.weft.Async.*;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Awaitable;
import dev.weft.Overflow;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Buffers and shares in real time, where task and consumer truly run at the same time.
@Timeout(60)
class BufferStressSpec {

    private static final int MANY = 100_000;

    @Test
    void aBufferLosesAndReordersNothing() {
        List<Integer> read = range(0, MANY).buffer(3).toList();

        assertThat(read).isSorted().doesNotHaveDuplicates().hasSize(MANY);
    }

    @Test
    void mergingWhileTheConsumerTakesLosesNothing() {
        long sum = range(0, MANY).conflate(Long::valueOf, Long::sum).collect(summingLong(part -> part));

        assertThat(sum).isEqualTo((long) MANY * (MANY - 1) / 2);
    }

    @Test
    void whatIsNotDroppedIsRead() {
        var dropped = new AtomicInteger();

        long read = range(0, MANY)
                .buffer(2, Overflow.DROP_OLDEST, _ -> dropped.incrementAndGet())
                .collect(counting());

        assertThat(read + dropped.get()).isEqualTo(MANY);
    }

    @Test
    void eachOfManyReadersSeesEveryElement() throws Exception {
        List<AsyncGenerator<Integer>> all = range(0, MANY / 10).broadcast(4, 8);

        List<Long> counts = gather(all.stream()
                        .map(each -> (Awaitable<Long>) () -> each.collect(counting()))
                        .toList())
                .await();

        assertThat(counts).hasSize(4).containsOnly(MANY / 10L);
    }

    @RepeatedTest(200)
    void readersThatComeAndGoNeverOpenASourceTwiceAtATimeNorLeaveItOpen() throws Exception {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        AsyncIterable<Integer> source = () -> generator(y -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            try {
                y.yieldAll(range(0, 50));
            } finally {
                open.decrementAndGet();
            }
        });
        AsyncIterable<Integer> shared = source.share();

        gather(IntStream.of(1, 7, 20, 60, 3)
                        .mapToObj(count -> (Awaitable<List<Integer>>)
                                () -> shared.take(count).toList())
                        .toList())
                .await();

        assertThat(open).hasValue(0);
        assertThat(most).hasValue(1);
    }
}
