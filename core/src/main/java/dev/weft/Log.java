package dev.weft;

import org.jspecify.annotations.Nullable;

/// Writes to the system logger `dev.weft`.
final class Log {

    private static final System.Logger LOGGER = System.getLogger("dev.weft");

    private Log() {}

    static void warn(String message, @Nullable Throwable cause) {
        LOGGER.log(System.Logger.Level.WARNING, message, cause);
    }

    static void debug(String message) {
        LOGGER.log(System.Logger.Level.DEBUG, message);
    }
}
