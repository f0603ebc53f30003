package dev.weft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gatherers that follow one another, run in a loop: a chain of any length takes no more stack than a short one.
///
/// The generator that is read *joins* those that it reads, as far down as they are gatherers that have not begun. They
/// are not stepped; each is a stage here, and ends when its stage does. What one stage makes of an element is kept
/// until its integrator has returned, and only then handed to the next one, so that the effects of all stand in the
/// order from the source to the consumer, and no failure passes through an integrator.
///
/// `lowest` is the stage that is fed; those below it are over. When one wants no more, all below it are closed, then
/// its finisher runs, and it is over when what it has made is taken.
final class Pipeline {

    /// What [#poll()] returns when the lowest stage has to be fed, or what is below it closed.
    static final Object MORE = new Object();

    private static final int LONGEST_RUN = 64; // they call each other, which takes stack

    private final Protocol owner;
    private final List<Execution> joined = new ArrayList<>(0); // of the stages below the last, the lowest first
    private final AsyncIterable<?> source;
    private final boolean observed;
    private final Stage[] stages;
    private final @Nullable Link<Object>[] runs; // the links that begin a run of links, at their places
    private @Nullable Link<Object> whole; // if one run reaches from the first stage to the last
    private final int[] afterRun; // the place after the run that begins at a place
    private int lowest;
    private int at; // the stage to look at next: all above it are waiting for it
    private boolean drained;
    private int over; // how many of the joined have ended
    private int told; // how many of them know that they are to be closed
    private boolean wanted = true; // whether the lowest stage wants to be fed
    private boolean fed = true; // whether there may be something to feed it with
    private boolean ended; // whether the consumer has been told so
    private @Nullable Throwable failure;

    private Pipeline(Protocol owner, GatherSource last) {
        this.owner = owner;
        source = join(last.source());
        observed = !joined.isEmpty() && Context.current().observed();
        stages = new Stage[joined.size() + 1];
        runs = noLinks(stages.length);
        afterRun = new int[stages.length];
        at = joined.size();
        Collections.reverse(joined);
    }

    /// Joins what can be joined of what is read. Returns what is below.
    private AsyncIterable<?> join(AsyncIterable<?> read) {
        AsyncIterable<?> below = read;
        while (below instanceof Generator<?, ?, ?> generator) {
            GatherSource gatherer = generator.join(owner);
            if (gatherer == null) {
                break;
            }
            joined.add(generator.execution());
            below = gatherer.source();
        }
        return below;
    }

    /// Joins what can be joined, and prepares the gatherers from the last to the first. Closes all if that fails.
    static Pipeline open(Protocol owner, GatherSource last) {
        var pipeline = new Pipeline(owner, last);
        try {
            pipeline.prepare(last);
            pipeline.link();
            return pipeline;
        } catch (Throwable thrown) {
            Throwable seen = pipeline.seenOutside(pipeline.at, thrown);
            pipeline.failed(seen);
            Throwable all = Upstream.of(pipeline.source).closeAfter(seen);
            pipeline.close();
            throw Throw.unchecked(all);
        }
    }

    private void prepare(GatherSource last) {
        stages[joined.size()] = Stage.of(last.gatherer());
        for (int i = joined.size() - 1; i >= 0; i--) {
            Execution execution = joined.get(i);
            execution.beginNested();
            at = i;
            tellAsked(i);
            stages[i] = Stage.of(((GatherSource) execution.source()).gatherer());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
    private static @Nullable Link<Object>[] noLinks(int length) {
        return new Link[length];
    }

    /// Has the links that follow one another call each other, but no more than [#LONGEST_RUN] of them.
    private void link() {
        Link<Object> next = null;
        int end = stages.length;
        for (int i = stages.length - 1; i >= 0; i--) {
            Link<Object> link = stages[i].link();
            if (link == null) {
                next = null;
                end = i;
                continue;
            }
            link.join(this, i, next);
            next = link;
            if (i == 0 || stages[i - 1].link() == null || end - i == LONGEST_RUN) {
                runs[i] = link;
                afterRun[i] = end;
                next = null;
                end = i;
            }
        }
        whole = afterRun[0] == stages.length ? runs[0] : null;
    }

    /// What the lowest gatherer reads.
    AsyncIterable<?> source() {
        return source;
    }

    // ---- running ----

    /// Hands an element of the source to the lowest stage, and goes on as [#poll()] does.
    ///
    /// Most elements rise one for one. Then there is nothing to go back for, and [#isDrained()] says so.
    ///
    /// @return the element, [Execution#END], or [#MORE]
    @Nullable Object feed(@Nullable Object element) {
        at = lowest;
        if (observed) {
            integrate(at, element);
            return poll();
        }
        return whole == null ? throughRuns(element) : through(whole, element);
    }

    /// Hands an element to links that reach from the lowest stage to the last.
    @SuppressWarnings("ReferenceEquality") // it is one object
    private @Nullable Object through(Link<Object> links, @Nullable Object element) {
        Object made = links.rise(Tasks.unchecked(element));
        drained = made != MORE;
        at = drained ? stages.length - 1 : lowest;
        return made;
    }

    /// Hands an element to runs of links and to what stands between them.
    @SuppressWarnings("ReferenceEquality") // it is one object
    private @Nullable Object throughRuns(@Nullable Object element) {
        Object rising = element;
        while (at < stages.length) {
            Link<Object> run = runs[at];
            if (run == null) {
                integrate(at, rising);
                if (!wanted || !stages[at].hasOne()) {
                    return poll();
                }
                rising = stages[at].takeOutput();
                at++;
            } else {
                rising = run.rise(Tasks.unchecked(rising));
                if (rising == MORE) {
                    at = lowest;
                    return MORE;
                }
                at = afterRun[at];
            }
        }
        at = stages.length - 1;
        drained = true;
        return rising;
    }

    /// What a link has thrown, as the consumer sees it.
    Throwable failedAt(int at, Throwable thrown) {
        this.at = at;
        return seenOutside(at, thrown);
    }

    /// Notes that a stage wants no more.
    void full(int at) {
        lowest = at;
        wanted = false;
        fed = true;
    }

    /// Takes the next element that the last stage has made, and runs what has to run for it.
    ///
    /// @return the element, [Execution#END], or [#MORE]
    @Nullable Object poll() {
        drained = false;
        int last = stages.length - 1;
        while (true) {
            Stage stage = stages[at];
            if (stage.hasOutput()) {
                Object element = stage.takeOutput();
                if (at == last) {
                    return element;
                }
                tellMade(at, element);
                at++;
                integrate(at, element);
            } else if (at > lowest) {
                at--;
                tellAsked(at);
            } else if (fed) {
                return MORE;
            } else if (!stage.isFinished()) {
                finish(at);
            } else if (at == last) {
                ended = true;
                return Execution.END;
            } else {
                lowest++;
                endBelow();
                at++;
            }
        }
    }

    /// Whether no stage has anything left, so that the next element has to come from the source.
    boolean isDrained() {
        return drained;
    }

    private void integrate(int at, @Nullable Object element) {
        boolean more;
        try {
            more = stages[at].integrate(element);
        } catch (Throwable thrown) {
            throw Throw.unchecked(seenOutside(at, thrown));
        }
        if (!more) {
            full(at);
        }
    }

    private void finish(int at) {
        try {
            stages[at].finish();
        } catch (Throwable thrown) {
            throw Throw.unchecked(seenOutside(at, thrown));
        }
    }

    /// A failure of a stage, as the consumer sees it.
    private Throwable seenOutside(int at, Throwable thrown) {
        return at < joined.size() ? joined.get(at).asSeenOutside(thrown) : owner.asSeenOutside(thrown);
    }

    /// Whether the lowest stage wants an element; if not, what is below it is to be closed.
    boolean wantsMore() {
        return wanted;
    }

    boolean hasEnded() {
        return ended;
    }

    /// Says that there is nothing left to feed the lowest stage with: the source has ended, or was closed.
    void sourceEnded() {
        fed = false;
        wanted = true;
        endBelow();
    }

    /// Notes what a stage, the source or the consumer has let out.
    void failed(Throwable thrown) {
        failure = thrown;
    }

    /// Hands on what is made, beginning with `first`. Returns whether the consumer wants more.
    @SuppressWarnings("ReferenceEquality") // it is one object
    boolean handOn(@Nullable Object first, Sink consumer) throws Throwable {
        if (first == MORE) {
            return true;
        }
        if (drained) {
            return consumer.accept(first) || reject();
        }
        Object element = first;
        while (element != MORE && !Core.isEnd(element)) {
            if (!consumer.accept(element)) {
                return reject();
            }
            element = poll();
        }
        return true;
    }

    private boolean reject() {
        stages[stages.length - 1].reject();
        return false;
    }

    // ---- ending ----

    /// Tells those that wait for nothing, as the last element that was wanted of them is made, that they are to be
    /// closed. Called before the source is closed.
    void closing() {
        if (observed) {
            for (int i = at - 1; i >= Math.max(over, told); i--) {
                joined.get(i).tellClosing();
            }
            told = at;
        }
    }

    /// Ends all that have been joined.
    void close() {
        lowest = stages.length - 1;
        endBelow();
    }

    /// Ends the stages below the lowest one. From `at` on they have been asked for an element, and have none.
    private void endBelow() {
        for (; over < lowest; over++) {
            boolean asked = over >= at;
            joined.get(over).endJoined(asked ? failure : null, asked);
        }
    }

    private void tellAsked(int at) {
        if (observed) {
            joined.get(at).tellResumed(null);
        }
    }

    private void tellMade(int at, @Nullable Object element) {
        if (observed) {
            joined.get(at).tellYielded(element);
        }
    }
}
