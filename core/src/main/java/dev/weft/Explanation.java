package dev.weft;

import java.util.List;

/// Says which engine suspends a body, and why the better ones do not.
///
/// @param engine the name of the engine that takes the body
/// @param reasons one sentence for each better engine that declined, best first
public record Explanation(String engine, List<String> reasons) {

    /// Copies the list.
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String toString() {
        return reasons.isEmpty() ? engine : engine + " (" + String.join("; ", reasons) + ")";
    }
}
