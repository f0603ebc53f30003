package dev.weft.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/// What an operator may yield, whatever the schedule is.
@FunctionalInterface
interface ExploredContract {

    /// Fails if the operator must not have yielded this.
    ///
    /// @param read what it has yielded
    /// @param whole whether it then ended by itself; else it was stopped, or failed
    void check(List<?> read, boolean whole);

    /// These, in this order.
    static ExploredContract inOrder(Object... elements) {
        List<Object> all = Arrays.asList(elements);
        return (read, whole) -> assertThat(read).isEqualTo(whole ? all : begin(all, read.size()));
    }

    /// The first ones of these, in this order.
    static ExploredContract beginningOf(Object... elements) {
        return (read, _) -> inOrder(elements).check(read, false);
    }

    /// The elements of one of the lists, in its order.
    static ExploredContract oneOf(List<?>... lists) {
        return (read, whole) -> assertThat(lists)
                .anySatisfy(list -> assertThat(read).isEqualTo(whole ? list : begin(list, read.size())));
    }

    /// These, in any order.
    static ExploredContract anyOrder(Object... elements) {
        return (read, whole) -> {
            assertThat(read).doesNotHaveDuplicates();
            assertThat(Arrays.asList(elements)).containsAll(read);
            assertThat(read).hasSizeBetween(whole ? elements.length : 0, elements.length);
        };
    }

    /// The elements of all lists; those of each list in its order.
    static ExploredContract mixed(List<?>... lists) {
        Object[] all = Arrays.stream(lists).flatMap(List::stream).toArray();
        return anyOrder(all).and((read, _) -> {
            for (List<?> list : lists) {
                List<?> found = read.stream().filter(list::contains).toList();
                assertThat(found).isEqualTo(begin(list, found.size()));
            }
        });
    }

    /// Numbers that grow.
    ///
    /// @param least how many there are at least
    /// @param most how many there are at the most
    static ExploredContract growing(int least, int most) {
        return (read, whole) -> {
            assertThat(read.stream().map(Integer.class::cast)).isSorted().doesNotHaveDuplicates();
            assertThat(read).hasSizeBetween(whole ? least : 0, most);
        };
    }

    /// Numbers that grow up to `last`, which is the last one if nothing stops it.
    static ExploredContract growingTo(int last, int least, int most) {
        return growing(least, most).and((read, whole) -> {
            if (whole) {
                assertThat(read.getLast()).isEqualTo(last);
            }
        });
    }

    /// The elements of lists, none of which is empty.
    static List<?> flat(List<?> lists) {
        assertThat(lists.contains(List.of())).isFalse();
        return lists.stream().flatMap(list -> ((List<?>) list).stream()).toList();
    }

    /// In the end, these.
    static ExploredContract endingWith(Object... elements) {
        List<Object> last = Arrays.asList(elements);
        return (read, whole) -> {
            if (whole) {
                assertThat(read.subList(Math.max(0, read.size() - last.size()), read.size()))
                        .isEqualTo(last);
            }
        };
    }

    /// This and the other one.
    default ExploredContract and(ExploredContract other) {
        return (read, whole) -> {
            check(read, whole);
            other.check(read, whole);
        };
    }

    private static List<?> begin(List<?> list, int count) {
        return list.subList(0, Math.min(count, list.size()));
    }
}
