package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.GeneratorBody;
import dev.weft.differential.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Code inside a body that does not yield: lambdas, local classes, locks, assertions.
class LambdaBodies extends Host {

    private int field = 3;
    private final String name = "lambdas";

    private String described(int i) {
        return name + i + field;
    }

    GeneratorBody<Object> capturingLocals() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                int copy = i;
                Runnable note = () -> log("note " + copy + field);
                y.yield(i);
                note.run();
                field += copy;
                y.yield(copy);
            }
        };
    }

    GeneratorBody<Object> inStreams() {
        int base = 5;
        return y -> {
            Function<Integer, String> describe = i -> described(i) + base;
            for (String text : Stream.of(1, 2, 3).map(describe).toList()) {
                y.yield(text);
            }
            int sum = IntStream.rangeClosed(1, 4).map(i -> i * base).sum();
            y.yield(sum);
            log(Stream.of("a", "bb").mapToInt(String::length).sum());
        };
    }

    GeneratorBody<Object> methodReferences() {
        return y -> {
            Supplier<String> ofThis = this::toString;
            IntFunction<int[]> ofArray = int[]::new;
            Function<String, Res> ofConstructor = Res::new;
            Function<Object, String> ofStatic = String::valueOf;
            Comparator<String> ofVirtual = Comparator.comparing(String::length);
            IntFunction<String> ofPrivate = this::described;
            y.yield(ofArray.apply(3).length + ofConstructor.apply("res").name());
            log(ofThis.get().isEmpty());
            y.yield(ofStatic.apply(7) + ofVirtual.compare("a", "bb") + ofPrivate.apply(1));
        };
    }

    GeneratorBody<Object> nestedLambdas() {
        return y -> {
            int a = tick();
            Function<Integer, Function<Integer, Supplier<String>>> curried =
                    b -> c -> () -> described(a + b + c) + ((Supplier<Integer>) () -> a * b).get();
            y.yield(curried.apply(1).apply(2).get());
            y.yield(a);
            log(curried.apply(3).apply(4).get());
        };
    }

    GeneratorBody<Object> serializableLambdas() {
        return y -> {
            var kept = (Supplier<String> & java.io.Serializable) () -> "kept";
            y.yield(kept.get());
            GeneratorBody<Object> inner = z -> {
                z.yield("inner");
                z.yield(kept.get() + field);
            };
            y.yieldAll(dev.weft.Async.generator("inner", inner));
        };
    }

    GeneratorBody<Object> localClasses() {
        return y -> {
            int captured = tick() + 5;
            class Local {
                private final int own = field;

                int twice() {
                    return own * 2 + captured;
                }
            }
            Local local = new Local();
            y.yield(local.twice());
            field++;
            y.yield(new Local().own);
            log(local.own);
        };
    }

    GeneratorBody<Object> localRecordsAndEnums() {
        return y -> {
            record Point(int x, String label) {
                Point {
                    label = label + "!";
                }
            }
            enum Way {
                LEFT,
                RIGHT
            }
            interface Turn {
                Way turn(Way way);
            }
            Turn turn = way -> way == Way.LEFT ? Way.RIGHT : Way.LEFT;
            Point point = new Point(1, "p");
            y.yield(point);
            for (Way way : Way.values()) {
                y.yield(turn.turn(way).name());
            }
            log(point.equals(new Point(1, "p")));
        };
    }

    GeneratorBody<Object> anonymousClasses() {
        return y -> {
            Object object = new Object() {
                private final int kept = field;

                @Override
                public String toString() {
                    return "anonymous " + kept;
                }
            };
            y.yield(object.toString());
            var counter = new Object() {
                int count;
            };
            counter.count += 2;
            y.yield(counter.count);
            counter.count++;
            log(counter.count);
        };
    }

    GeneratorBody<Object> qualifiedThis() {
        return y -> {
            Supplier<LambdaBodies> self = () -> LambdaBodies.this;
            y.yield(self.get() == this);
            LambdaBodies.this.field = 20;
            y.yield(field);
            log(LambdaBodies.super.greet("super"));
        };
    }

    @SuppressWarnings("synchronization") // on objects of this run alone
    GeneratorBody<Object> locksWithoutYields() {
        List<Integer> shared = Collections.synchronizedList(new ArrayList<>());
        return y -> {
            synchronized (shared) {
                shared.add(1);
            }
            y.yield(shared.size());
            synchronized (this) {
                synchronized (shared) {
                    shared.add(field);
                    log(Thread.holdsLock(shared));
                }
                log(Thread.holdsLock(shared));
            }
            y.yield(shared);
            log(Thread.holdsLock(this));
        };
    }

    GeneratorBody<Object> locksThatAreLeftByAThrow() {
        Object lock = new Object();
        return y -> {
            try {
                synchronized (lock) {
                    if (tick() == 1) {
                        throw new IllegalStateException("in the lock");
                    }
                }
            } catch (IllegalStateException e) {
                y.yield(e.getMessage());
            }
            for (int i = 0; i < 3; i++) {
                synchronized (lock) {
                    if (i == 1) {
                        continue;
                    }
                    log("locked " + i);
                }
                y.yield(i);
            }
            log(Thread.holdsLock(lock));
        };
    }

    DialogueBody<Object, Object, Object> lockOnAnAnswer() {
        return y -> {
            Object lock = y.yield("lock");
            synchronized (lock == null ? this : lock) {
                field++;
            }
            return field;
        };
    }

    GeneratorBody<Object> assertions() {
        return y -> {
            int i = 1;
            assert i == 1 : "not one";
            y.yield(i);
            try {
                assert i == 2 : "not two, but " + i;
                log("assertions are off");
            } catch (AssertionError e) {
                log(e);
            }
            y.yield(2);
        };
    }

    DialogueBody<Object, Object, Object> callsBack() {
        return y -> {
            int captured = num(y.yield(1));
            IntSupplier supplier = () -> captured + field++;
            int first = call(supplier) * num(y.yield(2));
            return first + call(supplier) + get(() -> captured);
        };
    }

    GeneratorBody<Object> sorting() {
        return y -> {
            List<String> words = new ArrayList<>(List.of("ccc", "a", "bb"));
            words.sort(Comparator.comparing(String::length).reversed());
            for (String word : words) {
                y.yield(word);
            }
            words.removeIf(word -> word.length() > 1 + (field - 3));
            y.yield(words);
        };
    }

    GeneratorBody<Object> recursiveLambda() {
        return y -> {
            var factorial = new Object() {
                Function<Integer, Integer> function;
            };
            factorial.function = n -> n < 2 ? 1 : n * factorial.function.apply(n - 1);
            for (int i = 0; i < 5; i++) {
                y.yield(factorial.function.apply(i));
            }
        };
    }

    GeneratorBody<Object> literalsOfClasses() {
        return y -> {
            Class<?>[] types = {int.class, String.class, int[].class, LambdaBodies.class, Pair.class};
            for (Class<?> type : types) {
                y.yield(type.getSimpleName());
            }
            log(types[3] == getClass());
        };
    }
}
