package dev.weft.differential.random;

import java.util.List;

/// What a piece of source is: a part of a class, a statement, or a value of some type.
enum Sort {
    TYPE("", ""),
    MEMBER("", ""),
    BLOCK("", "{}"),
    STATEMENT("", ";"),
    CLAUSE("", ""),

    INT("int", "1"),
    LONG("long", "2L"),
    FLOAT("float", "1.5f"),
    DOUBLE("double", "2.5"),
    BOOLEAN("boolean", "true"),
    CHAR("char", "'c'"),
    BYTE("byte", "((byte) 3)"),
    SHORT("short", "((short) 4)"),
    STRING("String", "\"s\""),
    OBJECT("Object", "null"),
    BOX("Integer", "Integer.valueOf(5)"),
    INTS("int[]", "(new int[] {6, 7, 8})");

    /// What a variable can be.
    static final List<Sort> VALUES =
            List.of(INT, LONG, FLOAT, DOUBLE, BOOLEAN, CHAR, BYTE, SHORT, STRING, OBJECT, BOX, INTS);

    /// How Java calls the type.
    final String type;

    /// The plainest piece of this sort.
    final String plain;

    Sort(String type, String plain) {
        this.type = type;
        this.plain = plain;
    }

    boolean isValue() {
        return VALUES.contains(this);
    }
}
