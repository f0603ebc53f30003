package dev.weft.testkit;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells of an interrupt at once, on the thread that interrupts.
///
/// The interrupted thread itself learns of it only when the machine gets round to running it, at a moment that no seed
/// controls. The JDK tells one other party, and tells it before [Thread#interrupt()] returns: the selector on which the
/// thread has begun to wait. So this is a selector, of which only that remains.
///
/// - **Source**: the contract of [AbstractSelector#begin()].
final class InterruptSignal extends AbstractSelector {

    private final Runnable onInterrupt;

    @SuppressWarnings("NullAway") // no provider is needed: nothing ever registers
    InterruptSignal(Runnable onInterrupt) {
        super(null);
        this.onInterrupt = onInterrupt;
    }

    /// Listens for interrupts of the calling thread. One that it already has is told here and now.
    void arm() {
        begin();
    }

    /// Listens no longer.
    void disarm() {
        end();
    }

    @Override
    public Selector wakeup() {
        onInterrupt.run();
        return this;
    }

    @Override
    protected void implCloseSelector() {}

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int operations, @Nullable Object attachment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SelectionKey> keys() {
        return Set.of();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return Set.of();
    }

    @Override
    public int selectNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int select(long timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int select() {
        throw new UnsupportedOperationException();
    }
}
