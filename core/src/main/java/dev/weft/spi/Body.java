package dev.weft.spi;

import org.jspecify.annotations.Nullable;

/// What a [Coroutine] runs: code that can stop in the middle and hand a value out.
///
/// An engine either calls [#run(Suspension)], which gives the user's code a yielder; or it starts from [#source()],
/// runs a transformed copy of that code, in which nothing is left of the yielder, and calls the other methods here in
/// place of the yielder's.
public interface Body {

    /// Runs the body to its end on the calling thread.
    ///
    /// @param suspension how this run stops
    /// @return the body's result
    /// @throws Throwable what the body lets out
    @Nullable Object run(Suspension suspension) throws Throwable;

    /// Returns what the user wrote, usually a lambda. An engine that transforms code starts from it.
    ///
    /// @return the user's own object
    Object source();

    /// Returns a name for threads and reports.
    ///
    /// @return the name, never empty
    String name();

    /// Returns the name that the user gave. Without one, all bodies of the same class have the same [#name()].
    ///
    /// @return the name, or `null`
    @Nullable String givenName();

    /// What the body's `yieldAll` does: a coroutine to run in the body's place until it ends. Its result or failure is
    /// that of the call.
    ///
    /// @param iterable the argument of `yieldAll`
    /// @return the coroutine, which runs inline
    Coroutine yieldAll(@Nullable Object iterable);

    /// What the body's `use` does. Whoever calls it calls [#ended(Throwable)] too.
    ///
    /// @param resource the argument of `use`
    /// @return the argument
    @Nullable Object use(@Nullable AutoCloseable resource);

    /// Closes what the body used. Called when transformed code of the body has ended, if it called `use`.
    ///
    /// @param failure what the body let out, or `null`
    /// @return what to let out instead, or `null`
    @Nullable Throwable ended(@Nullable Throwable failure);

    /// Makes a coroutine of a part of the body that an engine cannot transform: code that gets a real yielder, on a
    /// thread of its own. Its result or failure is that of the call.
    ///
    /// @param part the code
    /// @return the coroutine
    Coroutine part(Part part);

    /// Stops a running body. It belongs to the thread that runs the body.
    @FunctionalInterface
    interface Suspension {

        /// Hands `value` to whoever resumed the body, and stops until resumed again.
        ///
        /// @param value the value handed out
        /// @return the value with which the body is resumed
        /// @throws Throwable the throwable with which the body is resumed
        @Nullable Object suspend(@Nullable Object value) throws Throwable;
    }

    /// A part of a body that is called with the body's yielder.
    @FunctionalInterface
    interface Part {

        /// Runs the part on the calling thread.
        ///
        /// @param yielder the yielder, of the type that the body has
        /// @return the part's result
        /// @throws Throwable what the part lets out
        @Nullable Object run(Object yielder) throws Throwable;
    }
}
