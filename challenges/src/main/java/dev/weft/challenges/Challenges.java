package dev.weft.challenges;

import java.util.List;
import java.util.stream.Stream;

/// The challenges.
final class Challenges {

    /// All of them, in order.
    static final List<Challenge> ALL = List.of(
            Challenge1.CHALLENGE,
            Challenge2.CHALLENGE,
            Challenge3.TOGETHER,
            Challenge3.SUMMED,
            Challenge4.CHALLENGE,
            Challenge5.CHALLENGE);

    private Challenges() {}

    /// Finds challenges by their number; one with parts is found by its number as a whole, too.
    static List<Challenge> find(String number) {
        return ALL.stream().filter(challenge -> challenge.answersTo(number)).toList();
    }

    /// Lists what [#find(String)] finds something for.
    static List<String> numbers() {
        return ALL.stream()
                .flatMap(challenge -> Stream.of(challenge.id().substring(0, 1), challenge.id()))
                .distinct()
                .toList();
    }
}
