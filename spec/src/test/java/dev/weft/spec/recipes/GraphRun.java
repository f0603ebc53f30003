package dev.weft.spec.recipes;

import static dev.weft.Async.sleep;
import static dev.weft.Async.spawn;

import dev.weft.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Stands in for the run of a graph whose `next` gives a future or says that it is done, as in LangGraph4j.
public final class GraphRun {

    /// What `next` gives.
    ///
    /// @param future the state after the next node, or `null` when the graph is done
    public record Data(CompletableFuture<String> future) {

        /// Whether the graph is done.
        public boolean isDone() {
            return future == null;
        }
    }

    private final Consumer<String> log;
    private final List<String> nodes;
    private Task<String> running;

    /// A run that visits these nodes, and prints when it is cancelled.
    public GraphRun(String... nodes) {
        this(IO::println, nodes);
    }

    GraphRun(Consumer<String> log, String... nodes) {
        this.log = log;
        this.nodes = new ArrayList<>(List.of(nodes));
    }

    /// Begins with the next node, which takes a tenth of a second.
    public Data next() {
        if (nodes.isEmpty()) {
            return new Data(null);
        }
        String node = nodes.removeFirst();
        running = spawn(() -> {
            sleep(Duration.ofMillis(100));
            if (node.equals("fail")) {
                throw new IllegalStateException("the node failed");
            }
            return node;
        });
        return new Data(running.toCompletableFuture());
    }

    /// Cancels the node that runs, if there is one, and forgets the others.
    public void cancel() {
        if (!nodes.isEmpty() || !running.isDone()) {
            log.accept("run cancelled");
        }
        nodes.clear();
        running.cancel();
    }
}
