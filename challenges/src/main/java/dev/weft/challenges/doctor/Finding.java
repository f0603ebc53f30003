package dev.weft.challenges.doctor;

import java.util.Optional;

/// One thing that was looked at.
///
/// @param subject what it is
/// @param state how it is
/// @param fix what to do, if something is wrong
public record Finding(String subject, String state, Optional<String> fix) {

    static Finding good(String subject, String state) {
        return new Finding(subject, state, Optional.empty());
    }

    static Finding bad(String subject, String state, String fix) {
        return new Finding(subject, state, Optional.of(fix));
    }

    /// Whether something is wrong.
    ///
    /// @return whether there is a fix
    public boolean isBad() {
        return fix.isPresent();
    }
}
