package dev.weft.spi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The task or generator to which an [Event] happened. Compared by identity.
public final class Subject {

    /// What a subject is.
    public enum Type {
        /// The main code of a run.
        RUN,
        /// A task.
        TASK,
        /// A generator.
        GENERATOR
    }

    private final Type type;
    private final String name;
    private final @Nullable Subject parent;
    private final Supplier<String> site;

    /// Makes a subject.
    ///
    /// @param type what it is
    /// @param name its name
    /// @param parent what it was made in, or `null`
    /// @param site computes where it was made
    public Subject(Type type, String name, @Nullable Subject parent, Supplier<String> site) {
        this.type = type;
        this.name = name;
        this.parent = parent;
        this.site = site;
    }

    /// Returns what it is.
    ///
    /// @return the type
    public Type type() {
        return type;
    }

    /// Returns its name.
    ///
    /// @return the name, not unique
    public String name() {
        return name;
    }

    /// Returns the subject in which it was made or first used.
    ///
    /// @return the parent, or `null` at the root
    public @Nullable Subject parent() {
        return parent;
    }

    /// Computes where it was made. May read a class file; for reports.
    ///
    /// @return a place in the source, such as `Feed.java:41`
    public String site() {
        return site.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
