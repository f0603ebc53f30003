package dev.weft.challenges.stage;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A line that a program printed.
///
/// @param at when
/// @param text the text
public record Line(Moment at, String text) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    /// Reads the integers in the text.
    ///
    /// @return the integers, in order
    public List<Integer> numbers() {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
    }

    /// Reads the last integers in the text: what comes before them is up to the program.
    ///
    /// @param count how many
    /// @return the last `count` integers, or fewer if there are fewer
    public List<Integer> lastNumbers(int count) {
        List<Integer> all = numbers();
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
