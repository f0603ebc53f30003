package dev.weft.benchmarks;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.ChannelDone;

/// The channels of Jox: a virtual thread sends into one what it makes. Its flows are not to be had.
final class JoxChannels implements Contender {

    @Override
    public String name() {
        return "Jox 0.4.0 channel";
    }

    @Override
    public void enter(Entries entries) {
        entries.pullSlowly("rendezvous", JoxChannels::pulled);
        entries.addSlow(
                Workload.STEP_READY,
                "two rendezvous",
                VirtualThreads.running(n -> stepped(count(n, false), count(n, false), n)));
        entries.add(
                Workload.STEP_TIMED,
                "two rendezvous",
                VirtualThreads.running(n -> stepped(count(n, true), count(n, true), n)));
        entries.suspended("rendezvous", JoxChannels::begun);
    }

    private static Channel<Integer> count(int n, boolean timed) {
        Channel<Integer> channel = Channel.newRendezvousChannel();
        Thread.startVirtualThread(() -> send(n, timed, channel));
        return channel;
    }

    private static void send(int n, boolean timed, Channel<Integer> channel) {
        try {
            for (int i = 0; i < n; i++) {
                if (timed) {
                    VirtualThreads.sleep();
                }
                channel.send(i);
            }
            channel.done();
        } catch (InterruptedException e) {
            channel.error(e);
        }
    }

    private static long pulled(int n) throws InterruptedException {
        Channel<Integer> channel = count(n, false);
        long sum = 0;
        for (Object next = channel.receiveOrClosed();
                !(next instanceof ChannelDone);
                next = channel.receiveOrClosed()) {
            sum += (Integer) next;
        }
        return sum;
    }

    private static long stepped(Channel<Integer> left, Channel<Integer> right, int n) throws InterruptedException {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += left.receive() + right.receive();
        }
        return sum;
    }

    private static Object begun(int n) {
        Channel<Integer> channel = count(n, false);
        try {
            channel.receive();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return channel;
    }
}
