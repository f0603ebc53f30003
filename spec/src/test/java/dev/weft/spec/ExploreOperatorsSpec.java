package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every operator that starts tasks keeps its contract under many schedules: nothing is lost, doubled or reordered
/// beyond what the contract says, every source is closed exactly once, and nothing runs on.
///
/// Each schedule is another order of the strands, another timing, another way to read and another ending. The system
/// property `dev.weft.schedules`, which the Maven profile `fuzz` raises, says how many there are for each operator.
class ExploreOperatorsSpec {

    private static final int SCHEDULES = Integer.getInteger("dev.weft.schedules", 2_000);

    @ParameterizedTest
    @EnumSource
    void keepsItsContractUnderEverySchedule(ExploredOperator operator) throws Exception {
        try (var warnings = Warnings.capture()) {
            Laboratory.explore(operator, SCHEDULES);

            assertThat(warnings).allMatch(late -> late.contains("loser"), "a late error of a loser");
        }
    }
}
