package dev.weft.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When two traces differ, and how that is shown.
class ComparisonSpec {

    @Test
    void findsNoDifferenceBetweenEqualTraces() {
        List<Map<?, ?>> trace = List.of(event(0, "main", "a"), event(10, "loop", "b"));

        Optional<String> difference = Comparison.difference(trace, List.copyOf(trace), true);

        assertThat(difference).isEmpty();
    }

    @Test
    void doesNotCareInWhichOrderTheFieldsOfAnEventStand() {
        var turned = new LinkedHashMap<String, Object>();
        turned.put("event", "a");
        turned.put("who", "main");
        turned.put("t", 0);

        Optional<String> difference = Comparison.difference(List.of(event(0, "main", "a")), List.of(turned), true);

        assertThat(difference).isEmpty();
    }

    @Test
    void tellsAMissingFieldFromNull() {
        var withNull = new LinkedHashMap<String, Object>(event(0, "main", "a"));
        withNull.put("value", null);

        Optional<String> difference = Comparison.difference(List.of(event(0, "main", "a")), List.of(withNull), true);

        assertThat(difference).isPresent();
    }

    @Test
    void mindsTheTime() {
        Optional<String> difference =
                Comparison.difference(List.of(event(0, "main", "a")), List.of(event(10, "main", "a")), false);

        assertThat(difference).isPresent();
    }

    @Test
    void mindsTheOrderOfAllEventsInATotalComparison() {
        Optional<String> difference = Comparison.difference(
                List.of(event(0, "x", "a"), event(0, "y", "b")), List.of(event(0, "y", "b"), event(0, "x", "a")), true);

        assertThat(difference).contains("""
                event 1 differs
                    expected  {"t":0,"who":"x","event":"a"}
                    actual    {"t":0,"who":"y","event":"b"}""");
    }

    @Test
    void mindsTheOrderOfEachPartyAloneElse() {
        Optional<String> difference = Comparison.difference(
                List.of(event(0, "x", "a"), event(0, "x", "b"), event(0, "y", "c")),
                List.of(event(0, "y", "c"), event(0, "x", "a"), event(0, "x", "b")),
                false);

        assertThat(difference).isEmpty();
    }

    @Test
    void findsThatEventsOfOnePartyAreTheOtherWayRound() {
        Optional<String> difference = Comparison.difference(
                List.of(event(0, "x", "a"), event(0, "y", "c"), event(0, "x", "b")),
                List.of(event(0, "x", "b"), event(0, "y", "c"), event(0, "x", "a")),
                false);

        assertThat(difference).contains("""
                event 1 of x differs
                    expected  {"t":0,"who":"x","event":"a"}
                    actual    {"t":0,"who":"x","event":"b"}""");
    }

    @Test
    void findsAnEventTooFew() {
        Optional<String> difference = Comparison.difference(
                List.of(event(0, "x", "a"), event(0, "x", "b")), List.of(event(0, "x", "a")), true);

        assertThat(difference).contains("""
                event 2 differs
                    before    {"t":0,"who":"x","event":"a"}
                    expected  {"t":0,"who":"x","event":"b"}
                    actual    nothing more""");
    }

    @Test
    void findsAnEventTooMany() {
        Optional<String> difference = Comparison.difference(
                List.of(event(0, "x", "a")), List.of(event(0, "x", "a"), event(0, "x", "b")), true);

        assertThat(difference).contains("""
                event 2 differs
                    before    {"t":0,"who":"x","event":"a"}
                    expected  nothing more
                    actual    {"t":0,"who":"x","event":"b"}""");
    }

    @Test
    void findsAPartyTooMany() {
        Optional<String> difference = Comparison.difference(
                List.of(event(0, "x", "a")), List.of(event(0, "x", "a"), event(0, "y", "b")), false);

        assertThat(difference).contains("""
                event 1 of y differs
                    expected  nothing more
                    actual    {"t":0,"who":"y","event":"b"}""");
    }

    @Test
    void showsTheDifferenceThatComesFirstInTime() {
        Optional<String> difference = Comparison.difference(
                List.of(event(0, "x", "a"), event(90, "x", "end"), event(30, "y", "b")),
                List.of(event(0, "x", "a"), event(80, "x", "end"), event(20, "y", "b")),
                false);

        assertThat(difference).contains("""
                event 1 of y differs
                    expected  {"t":30,"who":"y","event":"b"}
                    actual    {"t":20,"who":"y","event":"b"}""");
    }

    private static Map<String, Object> event(int t, String who, String event) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("t", t);
        fields.put("who", who);
        fields.put("event", event);
        return fields;
    }
}
