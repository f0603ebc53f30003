package dev.weft;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The sink that is a function of the user, which takes whatever comes. A [Push] calls the function itself.
record ToFunction(Consumer<@Nullable Object> function) implements Sink {

    @Override
    public boolean accept(@Nullable Object element) {
        function.accept(element);
        return true;
    }
}
