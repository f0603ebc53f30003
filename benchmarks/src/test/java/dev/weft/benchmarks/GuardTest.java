package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What must not get worse, by measures that do not depend on the machine: bytes, and ratios to what is written by
/// hand, measured in turn. The bounds are generous: they catch a mistake, not a drift.
@Tag("guard")
class GuardTest {

    private static final Effort EFFORT =
            new Effort("guard", 3, 8, 10, Duration.ofMillis(60), 200_000, Duration.ofSeconds(1));

    /// An integer has 16 bytes; a fifth more is for what is made once.
    private static final double AN_INTEGER = 16 * 1.2;

    @Test
    void aPushAllocatesTheIntegerAlone() throws Exception {
        Row push = measured(Workload.PUSH_OPAQUE, "Weft, forEach").getFirst();

        assertThat(push.bytes()).isLessThanOrEqualTo(AN_INTEGER);
    }

    @Test
    void aPullAllocatesTheIntegerAlone() throws Exception {
        Row pull = measured(Workload.PULL_PLATFORM, "Weft, for").getFirst();

        assertThat(pull.bytes()).isLessThanOrEqualTo(AN_INTEGER);
    }

    @Test
    void aPullThroughAChainAllocatesTheIntegersAlone() throws Exception {
        Row pull = measured(Workload.LENGTH_10, "Weft, for").getFirst();

        assertThat(pull.bytes()).isLessThanOrEqualTo(11 * AN_INTEGER);
    }

    @Test
    void aSuspendedBodyIsSmall() throws Exception {
        double bytes = Memory.bytes("Weft", EFFORT.alive());

        assertThat(Math.rint(bytes)).isLessThanOrEqualTo(64);
    }

    /// Made of a lambda by hand, its bytes are the same; an object more for what a virtual machine does not remove.
    @Test
    void aGeneratorThatIsPulledOnceAllocatesItsHandleAndItsFrame() throws Exception {
        List<Row> rows = measured(Workload.CREATE, "Weft", "by hand, safely, look-ahead, made of a lambda");

        assertThat(rows.get(0).bytes()).isLessThanOrEqualTo(rows.get(1).bytes() + 48);
        assertThat(ratio(rows)).isLessThan(4);
    }

    @Test
    void toGatherStepsThatCannotWaitTakesNoTasks() throws Exception {
        Row gather = measured(Workload.STEP_READY, "Weft, gather").getFirst();

        assertThat(gather.bytes()).isLessThan(400);
    }

    @Test
    void aPushIsNearALoop() throws Exception {
        List<Row> rows = measured(Workload.PUSH_OPAQUE, "Weft, forEach", "hand-written, loop");

        assertThat(ratio(rows)).isLessThan(3);
    }

    @Test
    void aPullIsNearAnIteratorByHand() throws Exception {
        List<Row> rows = measured(Workload.PULL_PLATFORM, "Weft, for", "hand-written, look-ahead");

        assertThat(ratio(rows)).isLessThan(6);
    }

    @Test
    void aDeepRecursionIsNearAShallowOne() throws Exception {
        Row deep = measured(Workload.RECURSION_1000, "Weft, for").getFirst();
        Row shallow = measured(Workload.RECURSION_1, "Weft, for").getFirst();

        assertThat(deep.median() / shallow.median()).isLessThan(3);
    }

    private static double ratio(List<Row> rows) {
        return rows.get(0).median() / rows.get(1).median();
    }

    /// Measures entries in turn.
    private static List<Row> measured(Workload workload, String... names) throws Exception {
        List<Entry> entries = new ArrayList<>();
        List<List<Sample>> samples = new ArrayList<>();
        for (String name : names) {
            entries.add(Entries.named(workload + "/" + name));
            samples.add(new ArrayList<>());
        }
        for (int round = 0; round < EFFORT.rounds(); round++) {
            for (int i = 0; i < entries.size(); i++) {
                samples.get(i).add(Jmh.sample(entries.get(i), EFFORT));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            rows.add(Row.of(entry.name(), entry.contender().role(), entry.limit(), samples.get(i)));
        }
        return rows;
    }
}
