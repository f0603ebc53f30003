package dev.weft.challenges.stage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Shows errors to people.
public final class Errors {

    private static final String HERE = "dev.weft.challenges.";

    private Errors() {}

    /// Shows what an error is and says.
    ///
    /// @param error the error
    /// @return such as `IllegalStateException: "no more paper"`
    public static String show(Throwable error) {
        String name = error.getClass().getSimpleName();
        return error.getMessage() == null ? name : name + " (\"" + error.getMessage() + "\")";
    }

    /// Shows an error with the place in a program of this module that it came from, if there is one.
    ///
    /// @param error the error
    /// @return the same as [#show(Throwable)], and such as ` at Starter2.java:31`
    public static String showWithPlace(Throwable error) {
        return show(error)
                + Arrays.stream(error.getStackTrace())
                        .filter(frame -> isProgram(frame.getClassName()))
                        .findFirst()
                        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("");
    }

    /// Tells whether two errors are the very same object, not merely alike.
    ///
    /// @param one the one
    /// @param other the other
    /// @return whether they are
    @SuppressWarnings("ReferenceEquality") // the question is that
    public static boolean areSame(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    private static boolean isProgram(String className) {
        return className.startsWith(HERE) && !className.startsWith(HERE + "stage.");
    }
}
