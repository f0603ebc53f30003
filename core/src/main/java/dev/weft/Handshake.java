package dev.weft;

/// The expensive half of a fence whose other half is free.
///
/// A thread that writes one field and then reads another may do the read first, as far as others can see; to prevent it
/// takes a fence at each write. Here only the other side pays: [#with] returns after the thread has passed a
/// point before which all its writes are visible to the caller, and after which it sees all writes of the caller. To
/// read another thread's stack the virtual machine brings it to such a point (a handshake, JEP 312) or finds it parked,
/// which it cannot be without having passed one.
final class Handshake {

    private Handshake() {}

    /// Brings `other` to such a point, unless it has ended.
    ///
    /// @return whether that point lies within a method of that name, or in what it calls
    static boolean with(Thread other, Class<?> type, String method) {
        if (!other.isAlive()) {
            return false;
        }
        for (StackTraceElement frame : other.getStackTrace()) {
            if (frame.getMethodName().equals(method) && frame.getClassName().equals(type.getName())) {
                return true;
            }
        }
        return false;
    }

    /// Lets others run; is called again and again until one of them has done what the calling thread needs.
    ///
    /// That one may be a virtual thread which has left its carrier, as it does while it waits for a handshake with
    /// another virtual thread. If those who need it kept all carriers, it would never come back.
    @SuppressWarnings("ThreadPriorityCheck") // it is enough that it gets a carrier some time
    static void giveWay() {
        Thread.yield();
    }
}
