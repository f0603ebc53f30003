package dev.weft.internal.jfr;

import dev.weft.spi.Event;
import dev.weft.spi.Subject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/// Turns what is observed into events with a duration: from the start of a task or generator to its end, of a wait, and
/// of a close.
final class Flight {

    static final Flight FLIGHT = new Flight();

    /// What has begun and not ended. One thread at a time changes what a subject has.
    private final Map<Subject, Pending> pending = new ConcurrentHashMap<>();

    private Flight() {}

    /// Whether any event of Weft would be recorded now.
    static boolean isRecording() {
        if (!FlightRecorder.isInitialized()) {
            return false; // without loading an event: that would load much of the recorder
        }
        for (jdk.jfr.Event probe : RecordedEvents.PROBES) {
            if (probe.isEnabled()) {
                return true;
            }
        }
        return false;
    }

    void observe(Event event) {
        Subject subject = event.subject();
        switch (event.kind()) {
            case TASK_STARTED -> began(subject).task.begin();
            case BODY_STARTED -> began(subject).generator.begin();
            case TASK_ENDED -> taskEnded(subject, event.detail());
            case BODY_ENDED -> generatorEnded(subject, event.detail());
            case BODY_YIELDED -> yielded(subject);
            case BODY_CLOSING -> began(subject).closes();
            case TASK_CANCELLED -> began(subject).cancelled = true;
            case AWAITING -> began(subject).awaits();
            case WOKEN -> woken(subject, event.detail());
            case LEAKED -> leaked(subject);
            case FELL_BACK -> fellBack(subject, event.detail());
            case BODY_RESUMED, TIMED_OUT, DROPPED -> {}
        }
    }

    private Pending began(Subject subject) {
        return pending.computeIfAbsent(subject, _ -> new Pending());
    }

    private void taskEnded(Subject subject, @Nullable Object failure) {
        Pending known = pending.remove(subject);
        if (known != null && ended(known.task)) {
            known.task.name = subject.name();
            known.task.type = subject.type().name();
            known.task.parent = parent(subject);
            known.task.site = subject.site();
            known.task.cancelled = known.cancelled;
            known.task.failure = failure == null ? null : failure.toString();
            known.task.commit();
        }
    }

    private void generatorEnded(Subject subject, @Nullable Object failure) {
        Pending known = pending.remove(subject);
        if (known == null) {
            return;
        }
        if (known.close != null && ended(known.close)) {
            known.close.name = subject.name();
            known.close.site = subject.site();
            known.close.commit();
        }
        if (ended(known.generator)) {
            known.generator.name = subject.name();
            known.generator.parent = parent(subject);
            known.generator.site = subject.site();
            known.generator.yields = known.yields;
            known.generator.failure = failure == null ? null : failure.toString();
            known.generator.commit();
        }
    }

    private void yielded(Subject subject) {
        Pending known = pending.get(subject);
        if (known != null) {
            known.yields++;
            var event = new RecordedEvents.Yield();
            if (event.shouldCommit()) {
                event.name = subject.name();
                event.number = known.yields;
                event.commit();
            }
        }
    }

    private void woken(Subject subject, @Nullable Object reason) {
        Pending known = pending.get(subject);
        RecordedEvents.Await await = known == null ? null : known.waits.pollLast();
        if (await != null && ended(await)) {
            await.name = subject.name();
            await.type = subject.type().name();
            await.reason = String.valueOf(reason);
            await.commit();
        }
    }

    private static void leaked(Subject subject) {
        var event = new RecordedEvents.Leak();
        if (event.shouldCommit()) {
            event.name = subject.name();
            event.site = subject.site();
            event.commit();
        }
    }

    private static void fellBack(Subject subject, @Nullable Object reason) {
        var event = new RecordedEvents.Fallback();
        if (event.shouldCommit()) {
            event.name = subject.name();
            event.site = subject.site();
            event.reason = String.valueOf(reason);
            event.commit();
        }
    }

    /// Ends an event that lasts. Returns whether it is to be recorded; only after its end does its threshold count.
    private static boolean ended(jdk.jfr.Event lasting) {
        lasting.end();
        return lasting.shouldCommit();
    }

    private static @Nullable String parent(Subject subject) {
        Subject parent = subject.parent();
        return parent == null ? null : parent.name();
    }
}
