package dev.weft.differential;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a body that no engine but that of threads takes.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FallsBack {
    /// What the engine's reason says.
    ///
    /// @return a part of the reason
    String value();
}
