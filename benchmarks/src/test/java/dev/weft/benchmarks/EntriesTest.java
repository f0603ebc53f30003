package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is measured is right: every contender gives the same for the same workload.
class EntriesTest {

    @TestFactory
    Stream<DynamicTest> everyContenderIsRight() {
        return Entries.all().stream().map(entry -> DynamicTest.dynamicTest(entry.id(), () -> isRight(entry)));
    }

    private static void isRight(Entry entry) throws Exception {
        assumeFalse(entry.contender().absence().isPresent());
        assumeFalse(!entry.contender().jvmOptions().isEmpty(), "it needs options of the virtual machine");
        entry.check(few(entry));
        entry.check(few(entry)); // and again
    }

    /// A multiple of the size, and even.
    private static int few(Entry entry) {
        return switch (entry.workload()) {
            case STEP_TIMED -> 4;
            case SWITCHES_10000, ALIVE_100000 -> 2 * entry.workload().size();
            default -> 2_000;
        };
    }

    @Test
    void noNameIsThereTwice() {
        List<Entry> entries = Entries.all();

        assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
    }

    @Test
    void everyWorkloadIsDoneByWeftAndByAnother() {
        List<Entry> entries = Entries.all();

        assertThat(Arrays.asList(Workload.values())).allSatisfy(workload -> {
            assertThat(entries).anyMatch(entry -> entry.workload() == workload && entry.contender() instanceof Weft);
            assertThat(entries).anyMatch(entry -> entry.workload() == workload && !(entry.contender() instanceof Weft));
        });
    }

    @Test
    void anotherBuildDoesWhatWeftDoesButHasNoGoals() {
        var other = new OtherBuild(Path.of("..", "before"));

        List<Entry> entries = Entries.of(other).list();

        assertThat(entries).hasSameSizeAs(Entries.of(new Weft()).list());
        assertThat(entries)
                .extracting(Entry::id)
                .contains("CREATE/Weft of before", "PULL_PLATFORM/Weft of before, for");
        assertThat(other.role()).isNotIn(Contender.Role.WEFT, Contender.Role.PEER);
    }

    @Test
    void eachEntryIsFoundByItsId() {
        List<Entry> entries = Entries.all();

        assertThat(entries).isNotEmpty().allSatisfy(entry -> {
            assertThat(Entries.named(entry.id()).id()).isEqualTo(entry.id());
        });
    }

    @Test
    void eachWayToBeSuspendedIsFoundByItsName() {
        List<Entries.Suspended> ways = Entries.allSuspended();

        assertThat(ways).isNotEmpty().allSatisfy(way -> {
            assertThat(Entries.suspendedNamed(way.name()).name()).isEqualTo(way.name());
        });
    }
}
