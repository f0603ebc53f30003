package dev.weft.internal.compiled;

import dev.weft.internal.compiled.Stop.Callee;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/// A method with all methods to which it hands its yielder for certain, directly or not.
///
/// They are compiled together or not at all: a frame can only call frames. What a call reaches through its receiver is
/// not known beforehand and is not part of it.
final class Program {

    private final Callee root;
    private final Set<Callee> callees = new LinkedHashSet<>();

    Program(Callee root) {
        this.root = root;
        var open = new ArrayDeque<Callee>();
        open.add(root);
        while (!open.isEmpty()) {
            Callee callee = open.poll();
            if (callees.add(callee)) {
                for (Stop stop : analysis(callee).stops) {
                    if (stop.callee() != null) {
                        open.add(stop.callee());
                    }
                }
            }
        }
    }

    private static Analysis analysis(Callee callee) {
        return callee.host().analysis(callee);
    }

    /// Defines the frame classes of all methods, and returns that of the root.
    ///
    /// @param linked whether the root is called by a frame
    FrameClass define(boolean linked) {
        for (Callee callee : callees) {
            if (!callee.equals(root)) {
                callee.host().frameClass(callee, true);
            }
        }
        return root.host().frameClass(root, linked || !analysis(root).onlyYields());
    }

    /// Whether there can be a stop at which an exit runs code.
    boolean mustBeClosed() {
        for (Callee callee : callees) {
            Analysis analysis = analysis(callee);
            if (!analysis.unwinding().isEmpty()) {
                return true;
            }
            for (Stop stop : analysis.stops) {
                boolean unknown = stop.kind() == Stop.Kind.CALL && stop.callee() == null;
                if (unknown || stop.kind() == Stop.Kind.YIELD_ALL || stop.kind() == Stop.Kind.USE) {
                    return true;
                }
            }
        }
        return false;
    }
}
