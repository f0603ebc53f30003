package dev.weft.challenges.stage;

import java.util.List;

/// What a proof came to.
///
/// @param claims its claims, up to the first that does not hold
public record Verdict(List<Claim> claims) {

    /// Copies the list.
    public Verdict {
        claims = List.copyOf(claims);
    }

    /// Tells whether the proof holds.
    ///
    /// @return whether something was claimed and all of it is so
    public boolean isProved() {
        return !claims.isEmpty() && claims.stream().allMatch(Claim::holds);
    }
}
