package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimersSpec {

    private final Timers timers = new Timers();

    @Test
    void givesTheEarliestFirst() {
        timers.add(strand(0), 30);
        timers.add(strand(1), 10);
        timers.add(strand(2), 20);

        List<String> order = drain();

        assertThat(order).containsExactly("s#1", "s#2", "s#0");
    }

    @Test
    void givesEqualTimesInTheOrderInWhichTheyWereSet() {
        IntStream.range(0, 100).forEach(i -> timers.add(strand(i), 7));

        List<String> order = drain();

        assertThat(order).containsExactlyElementsOf(names(IntStream.range(0, 100)));
    }

    @Test
    void forgetsAStrandThatIsTakenOut() {
        List<Strand> strands =
                IntStream.range(0, 100).mapToObj(TimersSpec::strand).toList();
        strands.forEach(strand -> timers.add(strand, 100));
        strands.stream().limit(90).forEach(timers::remove);

        List<String> order = drain();

        assertThat(order).containsExactlyElementsOf(names(IntStream.range(90, 100)));
    }

    @Test
    void staysInOrderHoweverStrandsComeAndGo() {
        var random = new Random(1);
        List<Strand> strands =
                IntStream.range(0, 1000).mapToObj(TimersSpec::strand).toList();
        strands.forEach(strand -> timers.add(strand, random.nextInt(500)));
        strands.stream().filter(strand -> random.nextBoolean()).forEach(timers::remove);
        strands.stream()
                .filter(strand -> strand.slot == Strand.NO_TIMER)
                .forEach(s -> timers.add(s, random.nextInt(500)));

        List<Long> deadlines = drainStrands().map(strand -> strand.deadline).toList();

        assertThat(deadlines).hasSize(1000).isSorted();
    }

    @Test
    void leavesAStrandWithoutTimerAlone() {
        timers.add(strand(0), 10);

        timers.remove(strand(1));

        assertThat(drain()).containsExactly("s#0");
    }

    private static Strand strand(int id) {
        return new Strand(id, "s", me -> {}, me -> {});
    }

    private static List<String> names(IntStream ids) {
        return ids.mapToObj(id -> "s#" + id).toList();
    }

    private List<String> drain() {
        return drainStrands().map(Strand::toString).toList();
    }

    private Stream<Strand> drainStrands() {
        Stream.Builder<Strand> drained = Stream.builder();
        while (!timers.isEmpty()) {
            Strand earliest = timers.earliest();
            timers.remove(earliest);
            drained.add(earliest);
        }
        return drained.build();
    }
}
