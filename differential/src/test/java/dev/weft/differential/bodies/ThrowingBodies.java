package dev.weft.differential.bodies;

import dev.weft.AsyncGenerator;
import dev.weft.Awaitable;
import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import dev.weft.differential.Host;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.NoSuchElementException;

/// Exceptions: thrown out, kept, wrapped, suppressed, thrown again.
class ThrowingBodies extends Host {

    GeneratorBody<Integer> checked() {
        return y -> {
            y.yield(1);
            throw new IOException("checked");
        };
    }

    GeneratorBody<Integer> unchecked() {
        return y -> {
            y.yield(1);
            throw new NoSuchElementException("unchecked");
        };
    }

    GeneratorBody<Integer> anError() {
        return y -> {
            y.yield(1);
            throw new AssertionError("an error", new IOException("why"));
        };
    }

    GeneratorBody<Integer> beforeTheFirstYield() {
        return y -> {
            if (tick() == 1) {
                throw new IllegalStateException("at once");
            }
            y.yield(1);
        };
    }

    GeneratorBody<Integer> theEndOfAnIteration() {
        return y -> {
            y.yield(1);
            throw new StopAsyncIteration();
        };
    }

    GeneratorBody<Integer> anExitOfItsOwn() {
        return y -> {
            y.yield(1);
            throw new GeneratorExit();
        };
    }

    GeneratorBody<Integer> ofTheMachine() {
        return y -> {
            Object[] none = {};
            Object text = "text";
            for (int i = 0; i < 4; i++) {
                try {
                    y.yield(
                            switch (i) {
                                case 0 -> (Integer) none[0];
                                case 1 -> (Integer) text;
                                case 2 -> new int[-i].length;
                                default -> 1 / (i - 3);
                            });
                } catch (ArrayIndexOutOfBoundsException | ClassCastException e) {
                    log(e);
                    y.yield(-i);
                } catch (NegativeArraySizeException e) {
                    log(e);
                }
            }
        };
    }

    GeneratorBody<Integer> keptInAVariable() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                Exception kept = null;
                try {
                    if (i == 0) {
                        throw new IOException("a");
                    }
                    if (i == 1) {
                        throw new IllegalArgumentException("b");
                    }
                } catch (IOException | IllegalArgumentException e) {
                    kept = e;
                    y.yield(i);
                }
                log(kept);
                y.yield(kept == null ? -1 : kept.getMessage().length());
            }
        };
    }

    GeneratorBody<Integer> thrownLater() {
        return y -> {
            Exception failure = new IOException("made early");
            y.yield(1);
            y.yield(2);
            throw failure;
        };
    }

    GeneratorBody<Integer> thrownAgain() {
        return y -> {
            try {
                y.yield(1);
                throw new FileNotFoundException("file");
            } catch (IOException e) {
                log(e.getMessage());
                y.yield(2);
                throw e;
            }
        };
    }

    GeneratorBody<Integer> wrapped() {
        return y -> {
            try {
                y.yield(1);
                throw new IOException("inner");
            } catch (IOException e) {
                y.yield(2);
                throw new IllegalStateException("outer", e);
            }
        };
    }

    GeneratorBody<Integer> suppressed() {
        return y -> {
            var all = new Exception("all");
            for (int i = 0; i < 3; i++) {
                try {
                    y.yield(i);
                    throw new IllegalStateException("part " + i);
                } catch (Exception e) {
                    all.addSuppressed(e);
                }
            }
            throw all;
        };
    }

    GeneratorBody<Integer> catchesItsConsumer() {
        return y -> {
            Throwable last = null;
            for (int i = 0; i < 5; i++) {
                try {
                    y.yield(i);
                } catch (Exception e) {
                    if (last != null) {
                        e.addSuppressed(last);
                        throw e;
                    }
                    last = e;
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> asAResult() {
        return y -> {
            try {
                return y.yield(1);
            } catch (Exception e) {
                return e;
            }
        };
    }

    GeneratorBody<Object> asAnElement() {
        return y -> {
            try {
                throw new IllegalStateException("element");
            } catch (IllegalStateException e) {
                y.yield(e);
                y.yield(e.getMessage());
            }
        };
    }

    GeneratorBody<Object> fromDeepBelow() {
        return y -> {
            y.yield(1);
            log(deep(5));
            y.yield(2);
        };
    }

    private static int deep(int n) {
        if (n == 0) {
            throw new UnsupportedOperationException("deep");
        }
        return deep(n - 1) + 1;
    }

    GeneratorBody<Object> ofAnAwaitable() {
        return y -> {
            y.yield(1);
            try {
                Awaitable.failed(new IOException("awaited")).await();
            } catch (IOException e) {
                y.yield(e.getMessage());
            }
            Awaitable.failed(new InterruptedException("unhandled")).await();
        };
    }

    GeneratorBody<Object> ownClass() {
        return y -> {
            try {
                y.yield(1);
                throw new Own(7);
            } catch (Own e) {
                y.yield(e.code);
                throw new Own(e.code + 1);
            } finally {
                log("own");
            }
        };
    }

    private static final class Own extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        private Own(int code) {
            super("code " + code);
            this.code = code;
        }
    }

    GeneratorBody<Object> sneaked() {
        return y -> {
            try {
                y.yield(1);
                sneak(new IOException("sneaked"));
            } catch (RuntimeException e) {
                log("not this");
            } finally {
                y.yield(2);
            }
        };
    }

    @SuppressWarnings("unchecked") // unchecked by sleight of hand
    private static <X extends Throwable> void sneak(Throwable error) throws X {
        throw (X) error;
    }

    GeneratorBody<Object> lineByLine() {
        return y -> {
            for (int i = 0; i < 4; i++) {
                Exception here = switch (i) {
                    case 0 -> new Exception("first line");
                    case 1 -> {
                        y.yield("before the second");
                        yield new Exception("second line");
                    }
                    case 2 -> new Exception("third line" + lines(y));
                    default -> new Exception("last line");
                };
                log(here);
                y.yield(here);
            }
        };
    }

    private static int lines(dev.weft.Yielder<Object> y) {
        y.yield(new Exception("in the helper"));
        y.yield(new Exception("on the next line of the helper"));
        return 1;
    }

    GeneratorBody<Object> closingItself() {
        return y -> {
            AsyncGenerator<Object> inner = dev.weft.Async.generator("inner", z -> {
                try {
                    z.yield(1);
                } finally {
                    log("inner closed");
                }
            });
            y.yield(inner.anext().await());
            inner.close();
            y.yield("closed");
        };
    }
}
