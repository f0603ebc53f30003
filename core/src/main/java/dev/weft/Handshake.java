package dev.weft;

import java.util.Arrays;

/// The expensive half of a fence whose other half is free.
///
/// A thread that writes one field and then reads another may do the read first, as far as others can see; to prevent it
/// takes a fence at each write. Here only the other side pays: [#with] returns after the thread has passed a
/// point before which all its writes are visible to the caller, and after which it sees all writes of the caller. To
/// read another thread's stack the virtual machine brings it to such a point (a handshake, JEP 312) or finds it parked,
/// which it cannot be without having passed one.
final class Handshake {

    private static final int NEAR = 16; // frames; what the method calls is far less deep

    private Handshake() {}

    /// Brings `other` to such a point, unless it has ended.
    ///
    /// @return whether that point lies within a method of that name
    static boolean with(Thread other, Class<?> type, String method) {
        return other.isAlive()
                && Arrays.stream(other.getStackTrace())
                        .limit(NEAR)
                        .anyMatch(frame -> frame.getMethodName().equals(method)
                                && frame.getClassName().equals(type.getName()));
    }
}
