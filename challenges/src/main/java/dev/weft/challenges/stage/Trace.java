package dev.weft.challenges.stage;

import dev.weft.spi.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one generator did, as an observer saw it.
///
/// @param name its name
/// @param began its beginning
/// @param steps its steps that gave an element, in order
/// @param ending its end, if it came
public record Trace(String name, Moment began, List<Step> steps, Optional<Ending> ending) {

    /// How a generator's body ended.
    ///
    /// @param at when
    /// @param failure what it let out, or `null`
    public record Ending(Moment at, @Nullable Throwable failure) {}

    /// Reads the events of one generator, of which there is at least one.
    static Trace of(List<Recorded> events) {
        var steps = new ArrayList<Step>();
        @Nullable Moment asked = null;
        @Nullable Ending ending = null;
        for (Recorded recorded : events) {
            Moment at = recorded.at();
            Event event = recorded.event();
            asked = asked == null ? at : asked;
            if (event.kind() == Event.Kind.BODY_YIELDED) {
                steps.add(new Step(new Span(asked, at), event.detail()));
                asked = null;
            } else if (event.kind() == Event.Kind.BODY_ENDED) {
                ending = new Ending(at, (Throwable) event.detail());
            }
        }
        Recorded first = events.getFirst();
        return new Trace(first.event().subject().name(), first.at(), List.copyOf(steps), Optional.ofNullable(ending));
    }

    /// Lists the elements.
    ///
    /// @return the elements, in order
    public List<@Nullable Object> values() {
        return steps.stream().<@Nullable Object>map(Step::value).toList();
    }

    /// Lists the elements that are integers.
    ///
    /// @return the integers, in order
    public List<Integer> integers() {
        return steps.stream()
                .map(Step::value)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .toList();
    }
}
