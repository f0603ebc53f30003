package dev.weft.spi;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/// Makes coroutines out of bodies: one way to stop a body at its `yield`.
///
/// Engines are providers, found by [java.util.ServiceLoader]. For each body the engine of the highest rank that does
/// not decline it is taken. An engine knows nothing of PEP 525; it suspends and resumes, and that is all.
public interface Engine {

    /// Names this engine, for reports and for the system property `dev.weft.engine`.
    ///
    /// @return a short lower-case name
    String name();

    /// Ranks this engine among the others.
    ///
    /// @return its rank; the highest is asked first
    int rank();

    /// Makes a coroutine that will run `body`, or declines.
    ///
    /// Runs nothing of the body and starts no thread: that is left to the first [Coroutine#resume(Object, Throwable)].
    ///
    /// @param body the body
    /// @param runtime where the coroutine waits and forks
    /// @return the coroutine, or `null` if this engine cannot suspend this body
    @Nullable Coroutine coroutine(Body body, Runtime runtime);

    /// Tells why this engine declines a body.
    ///
    /// @param body the body
    /// @return the reason, with file and line where there is one, or `null` if it does not decline
    @Nullable String reasonAgainst(Body body);

    /// Lets this engine read and define classes in the module of the lookup's class, as far as it needs to.
    ///
    /// @param lookup a lookup with full privilege access
    default void register(MethodHandles.Lookup lookup) {
        // An engine that leaves code as it is needs no access.
    }
}
