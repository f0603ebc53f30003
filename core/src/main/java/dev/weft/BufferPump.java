package dev.weft;

import dev.weft.spi.Event;
import org.jspecify.annotations.Nullable;

/// Reads ahead of one reader, as far as the capacity goes, and beyond it if the [Overflow] says so.
final class BufferPump extends Pump {

    private final int capacity;
    private final Overflow overflow;
    private final CheckedConsumer<@Nullable Object, ?> onDrop;
    private final Branch branch = open();

    BufferPump(
            String name,
            AsyncIterable<?> source,
            int capacity,
            Overflow overflow,
            CheckedConsumer<@Nullable Object, ?> onDrop) {
        super(name, source);
        this.capacity = capacity;
        this.overflow = overflow;
        this.onDrop = onDrop;
    }

    Branch branch() {
        return branch;
    }

    @Override
    boolean wantsMore() {
        return overflow != Overflow.SUSPEND || hasRoom();
    }

    private synchronized boolean hasRoom() {
        return branch.size() < capacity;
    }

    @Override
    void route(@Nullable Object element) throws Throwable {
        if (!hasRoom()) {
            awaitTaker(branch);
        }
        boolean dropping;
        @Nullable Object dropped = element;
        synchronized (this) {
            dropping = !hasRoom() && !isStopping();
            if (dropping && overflow == Overflow.DROP_OLDEST) {
                Object oldest = branch.takeBack();
                dropped = oldest == null ? null : Branch.unmasked(oldest);
            }
            if (!dropping || overflow == Overflow.DROP_OLDEST) {
                branch.put(element);
            }
        }
        branch.wake();
        if (dropping && overflow == Overflow.FAIL) {
            throw OverflowException.of(name(), capacity);
        }
        if (dropping) {
            Context.current().tell(Event.Kind.DROPPED, Context.current().subject(), dropped);
            onDrop.accept(dropped);
        }
    }
}
