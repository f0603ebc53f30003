package dev.weft.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageSpec {

    @Test
    void leavesAShortLineAlone() {
        assertThat(Page.wrap("- ", "  ", "a few words", 20)).containsExactly("- a few words");
    }

    @Test
    void breaksBetweenWordsAndIndentsWhatFollows() {
        List<String> lines = Page.wrap("- ", "  ", "a few more words than fit", 14);

        assertThat(lines).containsExactly("- a few more", "  words than", "  fit");
    }

    @Test
    void fillsALineToItsLastColumn() {
        assertThat(Page.wrap("", "", "abcde fghij", 5)).containsExactly("abcde", "fghij");
    }

    @Test
    void breaksAWordThatIsWiderThanALine() {
        assertThat(Page.wrap("", "", "abcdefghijkl", 5)).containsExactly("abcde", "fghij", "kl");
    }

    @Test
    void keepsTheLineEndsOfTheText() {
        assertThat(Page.wrap("> ", "  ", "one\n\ntwo", 20)).containsExactly("> one", "", "  two");
    }
}
