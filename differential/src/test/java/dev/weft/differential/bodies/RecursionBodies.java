package dev.weft.differential.bodies;

import dev.weft.DialogueBody;
import dev.weft.DialogueYielder;
import dev.weft.GeneratorBody;
import dev.weft.Yielder;
import dev.weft.differential.Host;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Bodies whose helpers call themselves and one another.
class RecursionBodies extends Host {

    private record Node(Node left, int value, Node right) {}

    private static Node tree(int from, int to) {
        if (from >= to) {
            return null;
        }
        int middle = (from + to) / 2;
        return new Node(tree(from, middle), middle, tree(middle + 1, to));
    }

    GeneratorBody<Integer> treeInOrder() {
        Node root = tree(0, 9);
        return y -> {
            inOrder(root, y);
            log("done");
        };
    }

    private void inOrder(Node node, Yielder<Integer> y) {
        if (node == null) {
            return;
        }
        inOrder(node.left, y);
        log("visit " + node.value);
        y.yield(node.value);
        inOrder(node.right, y);
    }

    DialogueBody<Object, Object, Object> treeDepth() {
        Node root = tree(0, 6);
        return y -> depth(root, y, 1);
    }

    private static int depth(Node node, DialogueYielder<Object, Object> y, int level) {
        if (node == null) {
            return 0;
        }
        y.yield(node.value * level);
        return 1 + Math.max(depth(node.left, y, level + 1), depth(node.right, y, level + 1));
    }

    DialogueBody<Object, Object, Object> sumOfAnswers() {
        return y -> sum(y, 4);
    }

    private static long sum(DialogueYielder<Object, Object> y, int n) {
        return n == 0 ? 0L : n * (long) num(y.yield(n)) + sum(y, n - 1) - num(y.yield(-n));
    }

    GeneratorBody<Integer> finallyOnEachLevel() {
        return y -> nested(y, 4);
    }

    private void nested(Yielder<Integer> y, int level) {
        try {
            y.yield(level);
            if (level > 1) {
                nested(y, level - 1);
            }
            y.yield(-level);
        } finally {
            log("finally " + level);
        }
    }

    GeneratorBody<Integer> yieldInFinallyOnEachLevel() {
        return y -> unwinding(y, 3);
    }

    private void unwinding(Yielder<Integer> y, int level) {
        try {
            if (level == 0) {
                throw new IllegalStateException("bottom");
            }
            unwinding(y, level - 1);
        } finally {
            y.yield(level);
            log("level " + level);
        }
    }

    GeneratorBody<Integer> catchOnSomeLevel() {
        return y -> {
            for (int i = 0; i < 3; i++) {
                catching(y, 3, i);
            }
        };
    }

    private void catching(Yielder<Integer> y, int level, int catchAt) {
        try {
            y.yield(level * 10 + catchAt);
            if (level == 0) {
                throw new IllegalStateException("from the bottom");
            }
            catching(y, level - 1, catchAt);
        } catch (IllegalStateException e) {
            log(level + " caught");
            if (level > catchAt) {
                throw e;
            }
            y.yield(100 + level);
        }
    }

    GeneratorBody<Integer> mutual() {
        return y -> {
            even(5, y);
            y.yield(99);
        };
    }

    private void even(int n, Yielder<Integer> y) {
        if (n > 0) {
            y.yield(n);
            odd(n - 1, y, "from even");
        }
    }

    private void odd(int n, Yielder<Integer> y, String why) {
        if (n > 0) {
            y.yield(-n);
            even(n - 1, y);
            log(why + n);
        }
    }

    GeneratorBody<Integer> acrossClasses() {
        return y -> Ping.ping(y, 4, this);
    }

    private static final class Ping {
        static void ping(Yielder<Integer> y, int n, RecursionBodies host) {
            y.yield(n);
            if (n > 0) {
                Pong.pong(n - 1, host, y);
            }
        }
    }

    private static final class Pong {
        static void pong(int n, RecursionBodies host, Yielder<Integer> y) {
            host.log("pong " + n);
            if (n > 0) {
                Ping.ping(y, n - 1, host);
            }
            y.yield(-n);
        }
    }

    GeneratorBody<Object> permutations() {
        return y -> permute(new ArrayList<>(List.of(1, 2, 3)), 0, y);
    }

    private void permute(List<Integer> items, int from, Yielder<Object> y) {
        if (from == items.size()) {
            y.yield(List.copyOf(items));
            return;
        }
        for (int i = from; i < items.size(); i++) {
            java.util.Collections.swap(items, from, i);
            permute(items, from + 1, y);
            java.util.Collections.swap(items, from, i);
        }
    }

    GeneratorBody<String> hanoi() {
        return y -> move(3, 'a', 'b', 'c', y);
    }

    private static void move(int n, char from, char to, char over, Yielder<String> y) {
        if (n > 0) {
            move(n - 1, from, over, to, y);
            y.yield("" + from + to);
            move(n - 1, over, to, from, y);
        }
    }

    GeneratorBody<Object> queens() {
        return y -> place(new int[5], 0, y);
    }

    private void place(int[] columns, int row, Yielder<Object> y) {
        if (row == columns.length) {
            y.yield(columns.clone());
            return;
        }
        next:
        for (int column = 0; column < columns.length; column++) {
            for (int above = 0; above < row; above++) {
                int distance = Math.abs(columns[above] - column);
                if (distance == 0 || distance == row - above) {
                    continue next;
                }
            }
            columns[row] = column;
            place(columns, row + 1, y);
        }
    }

    GeneratorBody<Integer> deep() {
        return y -> {
            deeper(y, 60);
            log("back");
        };
    }

    private static int deeper(Yielder<Integer> y, int n) {
        if (n == 0) {
            y.yield(0);
            y.yield(1);
            return 0;
        }
        return 1 + deeper(y, n - 1);
    }

    GeneratorBody<Integer> ofABody() {
        return new Counting(3);
    }

    private record Counting(int n) implements GeneratorBody<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public void run(Yielder<Integer> y) throws Exception {
            y.yield(n);
            if (n > 0) {
                new Counting(n - 1).run(y);
            }
            y.yield(-n);
        }
    }

    GeneratorBody<Integer> withAStackOfItsOwn() {
        return y -> {
            Deque<Node> stack = new ArrayDeque<>();
            stack.push(tree(0, 7));
            while (!stack.isEmpty()) {
                Node node = stack.pop();
                y.yield(node.value);
                if (node.right != null) {
                    stack.push(node.right);
                }
                if (node.left != null) {
                    stack.push(node.left);
                }
            }
        };
    }

    DialogueBody<Object, Object, Object> ackermann() {
        return y -> ack(y, 1, 2);
    }

    private int ack(DialogueYielder<Object, Object> y, int m, int n) {
        y.yield(m * 10 + n);
        if (m == 0) {
            return n + 1;
        }
        return n == 0 ? ack(y, m - 1, 1) : ack(y, m - 1, ack(y, m, n - 1));
    }
}
