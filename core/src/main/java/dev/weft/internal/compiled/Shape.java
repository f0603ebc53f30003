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
    private final int[] lines; // of the first statement, and of the stops
    private final BitSet unwinding;
    private final boolean prompt;
    private volatile @Nullable FirstName first;

    Shape(Class<?> host, String method, @Nullable String file, int[] lines, BitSet unwinding, boolean prompt) {
        this.host = host;
        this.method = method;
        this.file = file;
        this.lines = lines;
        this.unwinding = unwinding;
        this.prompt = prompt;
    }

    /// Whether frames of that body need nothing to remember its name by: they all have that of the first one. Most
    /// bodies get the same name each time, from the place where they are written.
    boolean isNamedAs(Body body) {
        String given = body.givenName();
        FirstName known = first;
        if (known == null) {
            known = nameAfter(given, body.source().getClass());
        }
        return Objects.equals(given, known.given);
    }

    private synchronized FirstName nameAfter(@Nullable String given, Class<?> body) {
        FirstName known = first;
        if (known == null) {
            String place = body.isHidden() ? place() : body.getName();
            known = new FirstName(given, given == null ? "generator at ".concat(place) : given);
            first = known;
        }
        return known;
    }

    String name() {
        FirstName known = first;
        return known == null ? method : known.name;
    }

    @Override
    public String toString() {
        return name();
    }

    /// The name of the first body.
    ///
    /// @param given what the user has named it, if he did
    private record FirstName(@Nullable String given, String name) {}

    private String place() {
        return file == null || lines[0] < 0 ? host.getName() + "." + method : file + ":" + lines[0];
    }

    /// Whether an exit that is thrown at a stop would run any code of this frame.
    boolean unwindsAt(int state) {
        return unwinding.get(state);
    }

    /// Whether each step ends soon and waits for nothing; see [Promptness].
    boolean isPrompt() {
        return prompt;
    }

    /// The line of a stop, or -1.
    int lineAt(int state) {
        return state == 0 ? -1 : lines[state];
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
