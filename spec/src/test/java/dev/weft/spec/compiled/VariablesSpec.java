package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.lead;
import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a body has in its variables and on its stack is there again after each yield.
class VariablesSpec {

    private int field = 3;

    @Test
    void primitivesOfEachKindSurviveAYield() throws Exception {
        var read = read(y -> {
            boolean z = true;
            byte b = -1;
            short s = 300;
            char c = 'x';
            int i = 70_000;
            long l = 1L << 40;
            float f = 1.5f;
            double d = Math.PI;
            y.yield("before");
            y.yield(List.of(z, b, s, c, i, l, f, d));
        });

        assertThat(read)
                .containsExactly("before", List.of(true, (byte) -1, (short) 300, 'x', 70_000, 1L << 40, 1.5f, Math.PI));
    }

    @Test
    void referencesNullsAndArraysSurviveAYield() throws Exception {
        var read = read(y -> {
            String text = "a";
            Object nothing = null;
            int[][] table = {{1, 2}, {3}};
            y.yield("before");
            y.yield(text + nothing + table[0][1] + table[1][0]);
        });

        assertThat(read).containsExactly("before", "anull23");
    }

    @Test
    void variablesChangeBetweenYields() throws Exception {
        var read = read(y -> {
            int i = 0;
            long l = 10;
            String text = "";
            while (i < 3) {
                y.yield(text + i + l);
                i++;
                l *= 2;
                text += "-";
            }
        });

        assertThat(read).containsExactly("010", "-120", "--240");
    }

    @Test
    void aSlotThatIsUsedAgainForAnotherTypeHoldsTheRightValue() throws Exception {
        var read = read(y -> {
            {
                long first = 7;
                y.yield(first);
                y.yield(first + 1);
            }
            {
                String second = "s";
                y.yield(second);
                y.yield(second + second);
            }
            {
                double third = 2.5;
                y.yield(third);
                y.yield(third * 2);
            }
        });

        assertThat(read).containsExactly(7L, 8L, "s", "ss", 2.5, 5.0);
    }

    @Test
    void whatIsOnTheStackSurvivesAYieldInAnArgument() throws Exception {
        var heard = lead(
                y -> {
                    int i = 1;
                    long l = 2;
                    return String.format("%d %d %s %s %.1f", i, l, y.yield("a"), y.yield("b"), 0.5);
                },
                "x",
                "y");

        assertThat(heard).containsExactly("a", "b", "1 2 x y 0.5");
    }

    @Test
    void whatIsOnTheStackSurvivesAYieldInAnOperand() throws Exception {
        var heard = lead(y -> 100L * 3 + y.yield("long") * 0.5f - y.yield("int"), 4, 2);

        assertThat(heard).containsExactly("long", "int", 300f);
    }

    @Test
    void yieldsMayStandInConcatenations() throws Exception {
        var heard = lead(y -> "<" + y.yield(1) + "|" + y.yield(2) + ">", "a", "b");

        assertThat(heard).containsExactly(1, 2, "<a|b>");
    }

    @Test
    void yieldsMayStandInArrayAccesses() throws Exception {
        var heard = lead(
                y -> {
                    int[] counts = new int[3];
                    counts[y.yield("which")] += y.yield("how many");
                    counts[1]++;
                    return Arrays.toString(counts);
                },
                2,
                40);

        assertThat(heard).containsExactly("which", "how many", "[0, 1, 40]");
    }

    @Test
    void yieldsMayStandInConditions() throws Exception {
        var heard = lead(
                y -> {
                    boolean both = y.yield("first") && y.yield("second");
                    return (both ? y.yield("both") : y.yield("not both")) ? "yes" : "no";
                },
                true,
                false,
                true);

        assertThat(heard).containsExactly("first", "second", "not both", "yes");
    }

    @Test
    void capturedVariablesAreSeen() throws Exception {
        int number = 5;
        long wide = 6;
        String text = "t";

        var read = read(y -> {
            y.yield(number);
            y.yield(wide);
            y.yield(text);
            y.yield(number + wide + text);
        });

        assertThat(read).containsExactly(5, 6L, "t", "11t");
    }

    @Test
    void capturedVariablesOfOneBodyAreSeenByEachOfItsGenerators() throws Exception {
        var all = Collections.nCopies(3, "x").stream().map(String::length).toList();

        assertThat(read(y -> y.yield(all.size()))).containsExactly(3);
        assertThat(read(y -> y.yield(all.get(0)))).containsExactly(1);
    }

    @Test
    void theEnclosingObjectIsSeenAndChanged() throws Exception {
        var read = read(y -> {
            y.yield(field);
            field += 10;
            y.yield(field++);
        });

        assertThat(read).containsExactly(3, 13);
        assertThat(field).isEqualTo(14);
    }

    @Test
    void anAliasOfTheYielderYieldsToo() throws Exception {
        var read = read(y -> {
            var other = y;
            other.yield(1);
            for (int i = 0; i < 2; i++) {
                var another = other;
                another.yield(i);
            }
            y.yield(9);
        });

        assertThat(read).containsExactly(1, 0, 1, 9);
    }

    @Test
    void aBodyWithoutYieldsRunsAndEnds() throws Exception {
        var read = read(y -> field = 99);

        assertThat(read).isEmpty();
        assertThat(field).isEqualTo(99);
    }

    @Test
    void nothingMayBeYielded() throws Exception {
        var read = read(y -> {
            y.yield(null);
            y.yield("x");
        });

        assertThat(read).containsExactly(null, "x");
    }
}
