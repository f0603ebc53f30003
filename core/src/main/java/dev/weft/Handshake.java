package dev.weft;

/// The expensive half of a fence whose other half is free.
///
/// A thread that writes one field and then reads another may do the read first, as far as others can see; to prevent it
/// takes a fence at each write. Here only the other side pays: [#with(Thread)] returns after the thread has passed a
/// point before which all its writes are visible to the caller, and after which it sees all writes of the caller. To
/// read another thread's stack the virtual machine brings it to such a point (a handshake, JEP 312) or finds it parked,
/// which it cannot be without having passed one.
final class Handshake {

    private Handshake() {}

    static void with(Thread other) {
        if (other.isAlive()) {
            var _ = other.getStackTrace();
        }
    }
}
