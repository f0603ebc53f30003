package dev.weft.challenges.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineSpec {

    @Test
    void findsTheIntegersInItsText() {
        assertThat(line("step 3: 10 and -7").numbers()).containsExactly(3, 10, -7);
    }

    @Test
    void givesTheLastOnes() {
        assertThat(line("step 3: 10 and 7").lastNumbers(2)).containsExactly(10, 7);
    }

    @Test
    void givesFewerIfThereAreFewer() {
        assertThat(line("10").lastNumbers(2)).containsExactly(10);
    }

    private static Line line(String text) {
        return new Line(new Moment(0, Duration.ZERO), text);
    }
}
