package dev.weft.differential;

import dev.weft.Async;
import dev.weft.RunOptions;

/// Who suspends bodies.
public enum Engine {

    /// A thread for each body: the reference.
    THREAD {
        @Override
        RunOptions choose(RunOptions options) {
            return options.engine("thread");
        }
    },

    /// The best engine that takes the body.
    BEST {
        @Override
        RunOptions choose(RunOptions options) {
            return options;
        }
    },

    /// The same, with somebody watching, which a generator that nobody watches may take a shorter way without.
    WATCHED {
        @Override
        RunOptions choose(RunOptions options) {
            return options.observer(_ -> {});
        }
    };

    abstract RunOptions choose(RunOptions options);

    /// Tells whether there is an engine that compiles bodies, so that the two differ.
    ///
    /// @return `false` if there is the thread engine alone
    public static boolean compiles() {
        try {
            return Async.run(RunOptions.defaults().engine("compiled"), () -> true);
        } catch (Exception e) {
            return false;
        }
    }
}
