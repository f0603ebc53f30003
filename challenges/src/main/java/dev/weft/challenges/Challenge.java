package dev.weft.challenges;

import dev.weft.challenges.stage.Program;
import dev.weft.challenges.stage.Proof;
import java.util.function.Consumer;

/// A challenge: what it asks for, the program that does it, a program to be completed, and the proof for both.
///
/// @param id its number, with a letter if it has parts
/// @param title a few words
/// @param task what it asks for, in a sentence or two
/// @param solution the program that does it
/// @param starter the program that a learner completes
/// @param proof proves, from what was recorded of a program, that it does it
record Challenge(String id, String title, String task, Program solution, Program starter, Consumer<Proof> proof) {

    /// Whether `number` means this one: its own number, or that of the challenge that it is a part of.
    boolean answersTo(String number) {
        return id.equals(number) || id.substring(0, 1).equals(number);
    }

    /// The file that a learner edits.
    String starterFile() {
        return starter.getClass().getSimpleName() + ".java";
    }
}
