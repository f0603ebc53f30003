package dev.weft;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives each element to the group of its key. The first element of a key makes the group, which waits in the outer
/// branch until its reader takes it.
///
/// A group stays known when it was closed, so that its later elements are dropped. If the outer reader leaves, the
/// groups that it has not taken go with it, and elements of new keys are dropped. Groups that were taken but that
/// nobody has begun to read do not keep the source open then: who took them may never come to read them, as in a task
/// that is cancelled before it begins.
final class GroupPump extends Pump {

    /// A group that its reader can take.
    record Group(@Nullable Object key, Branch elements) {}

    private final CheckedFunction<@Nullable Object, @Nullable Object> key;
    private final int lag;
    private final Branch outer = open();
    private final Map<@Nullable Object, Branch> groups = new HashMap<>(); // used by the task alone

    GroupPump(AsyncIterable<?> source, CheckedFunction<@Nullable Object, @Nullable Object> key, int lag) {
        super("groupBy", source);
        this.key = key;
        this.lag = lag;
    }

    Branch outer() {
        return outer;
    }

    @Override
    boolean wantsMore() {
        return isWanted();
    }

    @Override
    void route(@Nullable Object element) throws Throwable {
        Object found = key.apply(element);
        Branch group = groups.get(found);
        if (group == null) {
            begin(found, element);
        } else {
            awaitRoom(group, lag);
            group.put(element);
            group.wake();
        }
    }

    private void begin(@Nullable Object found, @Nullable Object element) throws InterruptedException {
        awaitRoom(outer, lag);
        Branch group;
        synchronized (this) {
            if (!isOpen(outer)) {
                return;
            }
            group = open();
            group.put(element);
            outer.put(new Group(found, group));
        }
        groups.put(found, group);
        outer.wake();
    }

    @Override
    boolean isUnread() {
        return isWithoutReaders() && !isOpen(outer);
    }

    @Override
    void left(Branch branch) {
        if (branch == outer) {
            for (Object group = outer.takeBack(); group != null; group = outer.takeBack()) {
                remove(((Group) group).elements());
            }
        }
    }
}
