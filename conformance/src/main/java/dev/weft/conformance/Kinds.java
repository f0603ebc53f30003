package dev.weft.conformance;

import dev.weft.GeneratorExit;
import dev.weft.GeneratorStateException;
import dev.weft.StopAsyncIteration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// The names that scenarios have for exceptions.
final class Kinds {

    static final String CANCELLED = "Cancelled";
    private static final Set<String> PLAIN = Set.of("StopAsyncIteration", "GeneratorExit", CANCELLED, "Timeout");
    private static final Set<String> STATES = Set.of(
            "RuntimeError:already_running",
            "RuntimeError:ignored_exit",
            "RuntimeError:raised_stop",
            "RuntimeError:reused_awaitable",
            "TypeError:send_to_just_started");
    private static final Set<String> GROUPS = Set.of("any", "Exception", "RuntimeError", "Custom");

    /// An exception of a scenario's own.
    static final class Custom extends Exception {
        private static final long serialVersionUID = 1L;

        Custom(String kind) {
            super(kind);
        }
    }

    private Kinds() {}

    static String of(Throwable thrown) {
        return switch (thrown) {
            case StopAsyncIteration _ -> "StopAsyncIteration";
            case GeneratorExit _ -> "GeneratorExit";
            case InterruptedException _ -> CANCELLED;
            case CancellationException _ -> CANCELLED;
            case TimeoutException _ -> "Timeout";
            case Custom custom -> String.valueOf(custom.getMessage());
            case GeneratorStateException state ->
                switch (state.reason()) {
                    case ALREADY_RUNNING -> "RuntimeError:already_running";
                    case IGNORED_EXIT -> "RuntimeError:ignored_exit";
                    case RAISED_STOP -> "RuntimeError:raised_stop";
                    case NOT_STARTED -> "TypeError:send_to_just_started";
                    case AWAITED_TWICE -> "RuntimeError:reused_awaitable";
                    case MISPLACED_YIELD -> "RuntimeError:misplaced_yield";
                };
            default -> "unexpected " + thrown;
        };
    }

    static Throwable make(String kind) {
        return switch (kind) {
            case "StopAsyncIteration" -> new StopAsyncIteration();
            case "GeneratorExit" -> new GeneratorExit();
            case CANCELLED -> new InterruptedException("cancelled by the scenario");
            case "Timeout" -> new TimeoutException("timed out by the scenario");
            default -> new Custom(kind);
        };
    }

    /// Whether a scenario may throw it.
    static boolean isKnown(String kind) {
        return PLAIN.contains(kind) || STATES.contains(kind) || kind.startsWith("Custom:");
    }

    /// Whether a handler may name it.
    static boolean isKnownMatch(String match) {
        return GROUPS.contains(match) || isKnown(match);
    }

    static boolean isCancelled(Throwable thrown) {
        return thrown instanceof InterruptedException || thrown instanceof CancellationException;
    }

    static boolean matches(String match, Throwable thrown) {
        String kind = of(thrown);
        return switch (match) {
            case "any" -> true;
            case "Exception" -> !kind.equals("GeneratorExit") && !kind.equals(CANCELLED);
            case "RuntimeError", "Custom" -> kind.startsWith(match + ":");
            default -> kind.equals(match);
        };
    }

    /// Throws as it is, checked or not. Never returns.
    static RuntimeException sneak(Throwable thrown) {
        throw Kinds.<RuntimeException>as(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X as(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
