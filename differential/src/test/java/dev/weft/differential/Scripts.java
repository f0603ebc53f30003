package dev.weft.differential;

import java.util.List;
import java.util.stream.Stream;

/// What consumers do to the bodies that are written by hand.
final class Scripts {

    /// Each thing that a consumer can do, at one point or another.
    static final List<Script> ALL = Stream.of(
                    "drain next default",
                    "sendall result",
                    "for next",
                    "for(1) close",
                    "for(3) for",
                    "each",
                    "each(2)",
                    "next each",
                    "next*2 each(1)",
                    "take(2)",
                    "next take(3)",
                    "close next",
                    "aclose close default",
                    "next close",
                    "next*2 aclose",
                    "next*3 close",
                    "next*4 close next",
                    "next*6 close",
                    "next*9 close",
                    "throw(io) next",
                    "throw(stop) next",
                    "next throw(io) drain",
                    "next throw(state) drain",
                    "next*2 throw(io) drain",
                    "next*2 throw(argument) drain",
                    "next*3 throw(error) drain",
                    "next*3 throw(state) close",
                    "next*4 throw(cause) drain",
                    "next*5 throw(throwable) drain",
                    "next*7 throw(state) drain",
                    "next throw(state)*3 drain",
                    "next throw(io) throw(error) close",
                    "next throw(exit) drain",
                    "next*2 throw(exit) close",
                    "next*3 throw(stop) next",
                    "next throw(interrupted) drain",
                    "next*2 throw(arithmetic) next close",
                    "send(1) next send(2) send(text) send(null) drain",
                    "next send(0) throw(io) send(5) drain result",
                    "next send(9)*8 close result",
                    "next send(abc) throw(state) send(-1) close",
                    "default*4 throw(error) default",
                    "twice drain",
                    "next twice close",
                    "interrupt next drain",
                    "next interrupt close",
                    "drain throw(io) throw(exit) close",
                    "result next result drain result")
            .map(Script::of)
            .toList();

    private Scripts() {}

    /// What consumers do to a body: all of these, but no interrupts where other threads decide what they meet.
    static Stream<Script> of(Sample sample) {
        boolean calm = sample.name().startsWith("TaskBodies.");
        return ALL.stream()
                .filter(script -> !calm || script.ops().stream().noneMatch(op -> op.verb() == Op.Verb.INTERRUPT));
    }
}
