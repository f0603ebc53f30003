package dev.weft.differential;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a body that differs when it is pushed, for a reason that is documented.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PulledOnly {
    /// Says how it differs.
    ///
    /// @return a sentence
    String value();
}
