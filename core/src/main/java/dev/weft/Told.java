package dev.weft;

import dev.weft.spi.Event;
import dev.weft.spi.Subject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What observers are told of one generator, and where it was started.
///
/// Belongs to the thread that has the generator.
abstract class Told {

    private @Nullable Context home; // where the generator was started
    private boolean observed; // whether somebody watches there
    private @Nullable Subject subject;

    final void settle(Context context, Source source) {
        home = context;
        observed = context.observed();
        String name = observed ? FullName.of(source) : source.name();
        subject = new Subject(Subject.Type.GENERATOR, name, context.observedSubject(), Site.of(source));
    }

    final Context home() {
        return Objects.requireNonNull(home);
    }

    final @Nullable Context homeOrNull() {
        return home;
    }

    final Subject subject() {
        return Objects.requireNonNull(subject);
    }

    final boolean isObserved() {
        return observed;
    }

    /// Tells that the generator is asked for an element.
    final void tellResumed(@Nullable Object detail) {
        tellConsumer(Event.Kind.AWAITING);
        tell(Event.Kind.BODY_RESUMED, detail);
    }

    /// Tells that the generator has given one.
    final void tellYielded(@Nullable Object value) {
        tell(Event.Kind.BODY_YIELDED, value);
        tellConsumer(Event.Kind.WOKEN);
    }

    /// Tells that whoever runs a step begins or ends to wait for this generator.
    final void tellConsumer(Event.Kind kind) {
        Context context = home;
        if (context != null && observed) {
            Context consumer = Context.current();
            consumer.tell(kind, consumer.subject(), subject);
        }
    }

    /// Tells that the generator is about to be closed.
    final void tellClosing() {
        tell(Event.Kind.BODY_CLOSING, null);
    }

    /// Tells why engines have declined the body.
    final void tellFallbacks(BodySource body) {
        for (String reason : Kernel.KERNEL.explain(body, home()).reasons()) {
            tell(Event.Kind.FELL_BACK, reason);
        }
    }

    final void tell(Event.Kind kind, @Nullable Object detail) {
        Context context = home;
        if (context != null && observed) {
            context.tell(kind, subject, detail);
        }
    }
}
