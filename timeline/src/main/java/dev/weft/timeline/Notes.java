package dev.weft.timeline;

import java.util.ArrayList;
import java.util.List;

/// What a drawing says of what is not in it.
final class Notes {

    private Notes() {}

    /// @param rows how many rows were left out, if positive
    /// @param links how many links were left out, if positive
    /// @param missed how many events were not recorded
    static List<String> of(int rows, int links, long missed) {
        var notes = new ArrayList<String>();
        if (rows > 0) {
            notes.add("Left out: " + count(rows, "row") + "; the page and the trace have all.");
        }
        if (links > 0) {
            notes.add("Left out: " + count(links, "link") + "; the page and the trace have all.");
        }
        if (missed > 0) {
            notes.add("Not recorded: " + count(missed, "event") + " after the recorder was full.");
        }
        return notes;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
