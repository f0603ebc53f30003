package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import org.junit.jupiter.api.Test;

/// The examples of the Javadoc, run as tests.
class Snippets {

    @Test
    void library() {
        // @start region=library
        String name = Async.library();
        // @end

        assertThat(name).isEqualTo("Weft");
    }
}
