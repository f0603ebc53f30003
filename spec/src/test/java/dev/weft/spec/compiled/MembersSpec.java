package dev.weft.spec.compiled;

import static dev.weft.spec.compiled.Compiled.lead;
import static dev.weft.spec.compiled.Compiled.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.GeneratorBody;
import dev.weft.spec.compiled.other.Base;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A body may use whatever the class may use in which it is written.
class MembersSpec {

    private static int counter;
    private static final List<String> NOTES = new ArrayList<>();

    private int secret = 1;

    private int next() {
        return ++secret;
    }

    private static String joined(String first, Object... rest) {
        return first + rest.length;
    }

    @Test
    void privateMembersOfTheClass() throws Exception {
        counter = 10;

        var read = read(y -> {
            y.yield(secret);
            y.yield(next());
            secret += 5;
            y.yield(secret);
            y.yield(counter++);
            y.yield(counter);
            y.yield(joined("x", 1, 2));
        });

        assertThat(read).containsExactly(1, 2, 7, 10, 11, "x2");
    }

    private static final class Box<T> {
        private static int made;
        private T content;

        private Box(T content) {
            this.content = content;
            made++;
        }

        private T content() {
            return content;
        }
    }

    @Test
    void privateMembersOfNestedClasses() throws Exception {
        Box.made = 0;

        var heard = lead(
                y -> {
                    var box = new Box<>("a");
                    box.content += "b";
                    y.yield(box.content());
                    new Box<>(box);
                    var late = new Box<>(y.yield("late"));
                    Function<String, Box<String>> maker = Box::new;
                    return late.content + maker.apply("c").content + Box.made;
                },
                "ignored",
                "sent");

        assertThat(heard).containsExactly("ab", "late", "sentc4");
    }

    private record Point(int x, int y) {}

    @Test
    void constructorsWithYieldsAmongTheirArguments() throws Exception {
        var heard = lead(
                y -> {
                    var text = new StringBuilder(new StringBuilder("q" + y.yield(1))
                            .append(y.yield(2))
                            .reverse());
                    int[] sized = new int[y.yield(3)];
                    return text.append(sized.length)
                            .append(new Point(y.yield(4), 5))
                            .toString();
                },
                6,
                7,
                8,
                9);

        assertThat(heard).containsExactly(1, 2, 3, 4, "76q8Point[x=9, y=5]");
    }

    private static final class Noted {
        static {
            NOTES.add("class initialized");
        }

        private Noted(Object argument) {
            NOTES.add("made of " + argument);
        }
    }

    @Test
    void aClassIsInitializedBeforeTheArgumentsOfItsConstructorAreComputed() throws Exception {
        NOTES.clear();

        lead(
                y -> {
                    var noted = new Noted(y.yield(NOTES.size()));
                    return noted.toString().isEmpty();
                },
                "sent");

        assertThat(NOTES).containsExactly("class initialized", "made of sent");
    }

    private static class Derived extends Base {

        @Override
        public String name() {
            return "derived";
        }

        GeneratorBody<Object> body() {
            return y -> {
                y.yield(inherited);
                inherited++;
                y.yield(twice(inherited));
                y.yield(shared());
                y.yield(super.name() + " " + name());
                super.walk(y);
                walk(y);
            };
        }

        @Override
        protected void walk(dev.weft.Yielder<Object> y) {
            y.yield("walked in derived");
        }
    }

    @Test
    void whatIsInheritedFromAnotherPackage() throws Exception {
        var read = read(new Derived().body());

        assertThat(read).containsExactly(5, 12, "shared", "base derived", "walked in base", "walked in derived");
    }

    private final class Inner {
        private int own = 100;

        GeneratorBody<Integer> body() {
            return y -> {
                y.yield(own + secret);
                own++;
                y.yield(MembersSpec.this.next() + own);
            };
        }
    }

    @Test
    void membersOfEnclosingObjects() throws Exception {
        assertThat(read(new Inner().body())).containsExactly(101, 103);
    }

    private interface Greeter {
        private String secretly() {
            return "secret";
        }

        static String openly() {
            return "open";
        }

        default GeneratorBody<String> body() {
            return y -> {
                y.yield(secretly());
                y.yield(openly());
                Supplier<String> later = () -> secretly() + "!";
                y.yield(later.get());
            };
        }

        static GeneratorBody<String> staticBody() {
            return y -> y.yield(openly());
        }
    }

    @Test
    void membersOfInterfaces() throws Exception {
        assertThat(read(new Greeter() {}.body())).containsExactly("secret", "open", "secret!");
        assertThat(read(Greeter.staticBody())).containsExactly("open");
    }

    private enum Planet {
        EARTH {
            @Override
            GeneratorBody<Object> body() {
                return y -> {
                    y.yield(ordinal());
                    y.yield(name() + moons());
                };
            }
        };

        private static final int MOONS = Integer.parseInt("1");

        abstract GeneratorBody<Object> body();

        static int moons() {
            return MOONS;
        }
    }

    @Test
    void membersOfEnumsAndRecords() throws Exception {
        record Pair(int first, String second) {
            GeneratorBody<Object> body() {
                return y -> {
                    y.yield(first);
                    y.yield(second + equals(new Pair(first, second)));
                };
            }
        }

        assertThat(read(Planet.EARTH.body())).containsExactly(0, "EARTH1");
        assertThat(read(new Pair(3, "p").body())).containsExactly(3, "ptrue");
    }

    @Test
    void lambdasAndLocalClassesInsideTheBody() throws Exception {
        var read = read(y -> {
            for (int i = 0; i < 2; i++) {
                int captured = i;
                Supplier<String> lambda = () -> "lambda " + captured + secret;
                y.yield(captured);
                y.yield(lambda.get());
            }
            class Local {
                int twice() {
                    return 2 * secret;
                }
            }
            y.yield(new Local().twice());
            y.yield(
                    new Object() {
                        @Override
                        public String toString() {
                            return "anonymous" + secret;
                        }
                    }.toString());
        });

        assertThat(read).containsExactly(0, "lambda 01", 1, "lambda 11", 2, "anonymous1");
    }

    @Test
    void aSerializableLambdaMadeInsideTheBodyCanBeReadBack() throws Exception {
        var read = read(y -> {
            var made = (Supplier<String> & Serializable) () -> "read back";
            y.yield("made");
            var bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(made);
            Object back = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            y.yield(((Supplier<?>) back).get());
        });

        assertThat(read).containsExactly("made", "read back");
    }

    @Test
    void assertionsAreAsEnabledAsInTheClass() throws Exception {
        boolean enabled = MembersSpec.class.desiredAssertionStatus();

        var read = read(y -> {
            y.yield("before");
            boolean failed = false;
            try {
                assert secret == 2 : "secret is " + secret;
            } catch (AssertionError e) {
                failed = e.getMessage().equals("secret is 1");
            }
            y.yield(failed);
        });

        assertThat(read).containsExactly("before", enabled);
    }

    @Test
    void genericMethodsAndVarargs() throws Exception {
        assertThat(read(greatest(3, "p", "r", "q"))).containsExactly("3p", "3r", "3r");
    }

    @SafeVarargs
    private static <E extends Comparable<E>> GeneratorBody<String> greatest(int prefix, E... elements) {
        return y -> {
            E best = elements[0];
            for (E element : elements) {
                if (element.compareTo(best) > 0) {
                    best = element;
                }
                y.yield(prefix + "" + best);
            }
        };
    }
}
