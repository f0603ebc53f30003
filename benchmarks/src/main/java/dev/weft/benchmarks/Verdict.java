package dev.weft.benchmarks;

/// Whether a goal is met.
///
/// @param goal one sentence
/// @param met whether it is
/// @param found the figure that decides
record Verdict(String goal, boolean met, String found) {

    /// How the line of a goal begins that is met.
    static final String MET = "- met: ";

    /// How the line of a goal begins that is not.
    static final String NOT_MET = "- **not met**: ";

    /// A goal that a value does not go beyond a bound.
    static Verdict atMost(String goal, double value, double bound, String unit) {
        return new Verdict(goal, value <= bound, Figures.of(value) + unit);
    }

    /// Adds what another row would have found: by how much of the goal nobody gets around.
    ///
    /// @param who the row
    Verdict beside(String who, double value, String unit) {
        return new Verdict(goal, met, "%s; %s: %s%s".formatted(found, who, Figures.of(value), unit));
    }

    /// As a line of a list in Markdown.
    String line() {
        return "%s%s (%s)".formatted(met ? MET : NOT_MET, goal, found);
    }
}
