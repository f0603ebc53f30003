package dev.weft.differential.random;

import dev.weft.differential.Script;

/// What random consumers do.
final class RandomScripts {

    private static final String[] THROWN = {
        "io", "state", "argument", "arithmetic", "error", "exit", "stop", "interrupted", "throwable", "cause"
    };

    private RandomScripts() {}

    /// Makes the script of that number: the first ones are what most consumers do.
    static Script make(int number, Dice dice) {
        return Script.of(
                switch (number) {
                    case 0 -> "drain";
                    case 1 -> "sendall result";
                    case 2 -> "next*" + dice.between(1, 6) + " close";
                    case 3 -> "next*" + dice.between(1, 6) + " throw(" + dice.pick(THROWN) + ") drain";
                    case 4 -> "pull(" + dice.between(1, 5) + ")";
                    default -> several(dice);
                });
    }

    private static String several(Dice dice) {
        var text = new StringBuilder();
        for (int i = dice.between(2, 8); i > 0; i--) {
            text.append(one(dice)).append(' ');
        }
        return text.toString();
    }

    private static String one(Dice dice) {
        return switch (dice.below(16)) {
            case 0, 1, 2, 3 -> "next*" + dice.between(1, 3);
            case 4, 5, 6 -> "send(" + dice.pick("1", "0", "-7", "text", "null", "1000000") + ")";
            case 7, 8, 9 -> "throw(" + dice.pick(THROWN) + ")";
            case 10 -> "for(" + dice.between(1, 3) + ")";
            case 11 -> "default";
            case 12 -> dice.pick("drain", "sendall");
            case 13 -> dice.pick("close", "aclose");
            case 14 -> dice.pick("twice", "interrupt next", "take(2)");
            default -> "each(" + dice.between(1, 4) + ")";
        };
    }
}
