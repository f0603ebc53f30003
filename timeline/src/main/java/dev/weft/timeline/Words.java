package dev.weft.timeline;

/// What kinds of marks mean, in words for a legend.
final class Words {

    private Words() {}

    static String of(Span.Kind kind) {
        return switch (kind) {
            case RUNNING -> "runs";
            case SLEEPING -> "sleeps";
            case WAITING -> "waits for another";
            case SUSPENDED -> "is at its yield";
            case CLOSING -> "is being closed";
        };
    }

    static String of(Point.Kind kind) {
        return switch (kind) {
            case YIELDED -> "yields";
            case SENT -> "is sent";
            case THROWN -> "has thrown into it";
            case ENDED -> "ends";
            case STOPPED -> "is asked to stop";
            case CANCELLED -> "is cancelled";
            case TIMED_OUT -> "time limit passes";
            case LEAKED -> "is dropped while suspended";
            case FELL_BACK -> "is declined by an engine";
            case FAILED -> "fails";
        };
    }

    static String of(Link.Kind kind) {
        return switch (kind) {
            case STEP -> "asks for an element";
            case TASK -> "waits for a task";
            case DELEGATION -> "yields all of";
        };
    }
}
