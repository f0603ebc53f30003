package dev.weft.internal.compiled;

/// Why a body is not compiled: one clause for people, with what is concerned, where, and a way out if there is one.
///
/// `docs/engines.md` has a row for each, with the test that shows it.
enum Reason {

    // ---- what becomes of the yielder ----

    NESTED_LAMBDA(
            "yield inside a nested lambda or method reference, %s: pull the loop out of the lambda, so that the body"
                    + " itself yields"),
    LINKED_LATE("the yielder is passed to a call that is linked when it runs, %s: in Groovy, compile it under"
            + " @CompileStatic"),
    YIELDER_USED("the yielder is %s, %s: call its methods, or pass it to a method of your own, and do nothing else"),
    YIELDER_METHOD("the yielder is used by %s, %s: only yield, yieldAll and use compile"),
    YIELDER_PASSED(
            "the yielder is passed to %s, %s: pass it only to methods of your own that declare it as a parameter"),
    SEVERAL_VALUES(
            "the yielder is one of several that a variable or expression may have, %s: use the parameter itself"),
    SEVERAL_YIELDERS("%s has more than one yielder: let each body use its own alone"),

    // ---- what a stopped frame cannot hold, or a frame's class cannot do ----

    IN_LOCK("yield inside synchronized, %s: leave the block before yielding"),
    SYNCHRONIZED_METHOD("%s is synchronized: yield outside of the lock"),
    LOOKS_AT_CALLER("%s looks at the class that calls it, %s: call it in a method to which the yielder is not passed"),
    NO_CODE("%s has no bytecode: it is abstract or native"),
    NO_CLASS("%s cannot be a class of its own: %s"),

    // ---- which method a body is, or a call lands on ----

    CONSTRUCTOR_REFERENCE("it is a reference to a constructor: write a lambda"),
    OTHER_PARAMETER("it is a reference to %s, which does not have the yielder as its last parameter: write a lambda"),
    UNTOLD("%s does not tell its method: %s"),
    NO_BODY("it is no body but an object of %s"),
    NO_METHOD("there is no method %s"),
    UNCLEAR_METHOD("it is not clear which %s an object of %s has"),
    NO_OVERRIDE("%s has the name of a package-private method of another package"),

    // ---- the class and its file ----

    CLOSED_MODULE("the module %s does not open its package %s: open it to dev.weft or call"
            + " Async.register(MethodHandles.lookup())"),
    CLOSED_CLASS("%s cannot be opened: %s"),
    HIDDEN_CLASS("%s is a hidden class but no serializable lambda"),
    PROXY("%s is a proxy, whose code is elsewhere: write a lambda or a class, in Groovy under @CompileStatic"),
    NO_FILE("the class file of %s is not to be found"),
    OTHER_FILE("the class file of %s is that of another class"),
    BAD_FILE("the class file of %s cannot be read: %s"),
    OLD_FILE("%s has a class file of version %s: compile it for Java 7 or later"),
    CHANGED("%s was changed when it was loaded: leave it to the agent that did so, or exclude it there"),
    OTHER_WEFT("the class loader of %s does not see this Weft's own classes"),
    UNLISTED("the members of %s cannot be listed: %s"),
    NOT_LOADED("a class that %s names cannot be loaded: %s"),

    // ---- code that compilers of Java do not write ----

    SUBROUTINE("subroutines of old class files are not compiled"),
    COMPUTED_CONSTANT("a constant is computed at first use, %s"),
    UNFINISHED_IN_VARIABLE("an object is in a variable before its constructor has run, %s"),
    UNFINISHED_MOVED("an object is moved around before its constructor has run, %s"),
    UNFORESEEN("%s has code that is not understood: %s");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /// The clause, with `%s` for each detail.
    String text() {
        return text;
    }
}
