package dev.weft.differential.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the code at one place can use: variables, labels, the yielder, `this`.
final class Scope {

    /// What may be done with a variable.
    enum Use {
        ASSIGN,
        READ,
        CAPTURE
    }

    record Variable(String name, Sort sort, Use use) {}

    private final Dice dice;
    private final String type;
    private List<Variable> variables = new ArrayList<>();
    private List<String> loops = new ArrayList<>();
    private boolean yields = true;
    private boolean checked = true;
    private boolean returns = true;
    private Sort result = Sort.OBJECT;
    private String me = "";
    private boolean supers = true;
    private int names;

    Scope(Dice dice, String type) {
        this.dice = dice;
        this.type = type;
    }

    String fresh(String prefix) {
        return prefix + ++names;
    }

    void declare(String name, Sort sort, Use use) {
        variables.add(new Variable(name, sort, use));
    }

    /// A variable to read.
    Optional<String> readable(Sort sort) {
        return any(variables.stream().filter(v -> v.sort == sort).toList());
    }

    /// A variable to assign.
    Optional<String> assignable(Sort sort) {
        return any(variables.stream()
                .filter(v -> v.sort == sort && v.use == Use.ASSIGN)
                .toList());
    }

    private Optional<String> any(List<Variable> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(dice.pick(all).name);
    }

    boolean yields() {
        return yields;
    }

    /// Whether checked exceptions may be thrown.
    boolean checked() {
        return checked;
    }

    boolean returns() {
        return returns;
    }

    Sort result() {
        return result;
    }

    List<String> loops() {
        return loops;
    }

    /// What stands before a member of this object.
    String me() {
        return me;
    }

    /// What stands for this object.
    String self() {
        return me.isEmpty() ? "this" : me.substring(0, me.length() - 1);
    }

    /// Whether `super` is the host.
    boolean supers() {
        return supers;
    }

    /// Code in which new variables are forgotten at the end.
    Tree inside(Supplier<Tree> code) {
        List<Variable> before = variables;
        variables = new ArrayList<>(before);
        Tree made = code.get();
        variables = before;
        return made;
    }

    /// Code in a loop or block of that label.
    Tree labelled(String label, Supplier<Tree> code) {
        List<String> before = loops;
        loops = new ArrayList<>(before);
        loops.add(label);
        Tree made = inside(code);
        loops = before;
        return made;
    }

    /// Code that no jump leaves, such as a switch that gives a value.
    Tree closed(Supplier<Tree> code) {
        List<String> before = loops;
        boolean returned = returns;
        loops = new ArrayList<>();
        returns = false;
        Tree made = inside(code);
        loops = before;
        returns = returned;
        return made;
    }

    /// Code in which no yield stands.
    Tree still(Supplier<Tree> code) {
        boolean before = yields;
        yields = false;
        Tree made = closed(code);
        yields = before;
        return made;
    }

    /// Code of a lambda or of another class.
    Tree captured(Supplier<Tree> code) {
        List<Variable> before = variables;
        variables = new ArrayList<>(
                before.stream().filter(v -> v.use == Use.CAPTURE).toList());
        boolean threw = checked;
        checked = false;
        Tree made = still(code);
        checked = threw;
        variables = before;
        return made;
    }

    /// Code of a local class.
    Tree inClass(Supplier<Tree> code) {
        String before = me;
        me = me.isEmpty() ? type + ".this." : me;
        Tree made = captured(code);
        me = before;
        return made;
    }

    /// Code of a method.
    Tree method(Sort result, String me, boolean supers, Supplier<Tree> code) {
        List<Variable> before = variables;
        variables = new ArrayList<>();
        this.result = result;
        this.me = me;
        this.supers = supers;
        Tree made = code.get();
        variables = before;
        return made;
    }
}
