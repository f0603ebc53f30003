package dev.weft.internal.compiled;

import dev.weft.spi.Body;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is worth knowing of the code of a frame but not needed to run it: for closing and for stack traces.
///
/// Public only because generated classes name it.
public final class Shape {

    /// The loaders that a stack trace does not name.
    private static final List<String> BUILT_IN = List.of("app", "platform");

    private final Class<?> host;
    private final String method;
    private final @Nullable String file;
    private final int[] lines; // of the stops, the first at 1
    private final BitSet unwinding;
    private volatile @Nullable FirstName first;

    Shape(Class<?> host, String method, @Nullable String file, int[] lines, BitSet unwinding) {
        this.host = host;
        this.method = method;
        this.file = file;
        this.lines = lines;
        this.unwinding = unwinding;
    }

    /// Whether frames of that body need nothing to remember its name by: they all have that of the first one. Most
    /// bodies get the same name each time, from the place where they are written.
    boolean isNamedAs(Body body) {
        FirstName known = first;
        if (known == null) {
            known = nameAfter(body);
        }
        String given = body.givenName();
        return Objects.equals(given, known.given);
    }

    private synchronized FirstName nameAfter(Body body) {
        FirstName known = first;
        if (known == null) {
            known = new FirstName(body.givenName(), body.name());
            first = known;
        }
        return known;
    }

    /// The name of the first body.
    private record FirstName(@Nullable String given, String name) {}

    String name() {
        FirstName known = first;
        return known == null ? method : known.name;
    }

    /// Whether an exit that is thrown at a stop would run any code of this frame.
    boolean unwindsAt(int state) {
        return unwinding.get(state);
    }

    /// The line of a stop, or -1.
    int lineAt(int state) {
        return lines[state];
    }

    /// A line of a stack trace, as if the code ran where it was written.
    StackTraceElement at(int line) {
        ClassLoader loader = host.getClassLoader();
        boolean named = loader != null && loader.getName() != null && !BUILT_IN.contains(loader.getName());
        Module module = host.getModule();
        String version = module.isNamed() ? module.getDescriptor().rawVersion().orElse(null) : null;
        return new StackTraceElement(
                named ? loader.getName() : null, module.getName(), version, host.getName(), method, file, line);
    }
}
