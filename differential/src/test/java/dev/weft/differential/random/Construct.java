package dev.weft.differential.random;

/// A construct of the language that random bodies use.
enum Construct {
    // ---- what suspends ----
    YIELD(Yields.IS_ONE),
    YIELD_ALL(Yields.IS_ONE),
    YIELD_ALL_RESULT(Yields.IS_ONE),
    HELPER_CALL(Yields.IS_ONE),
    FOREIGN_HELPER_CALL(Yields.IS_ONE),
    INTERFACE_HELPER_CALL(Yields.IS_ONE),
    RECURSIVE_CALL(Yields.IS_ONE),
    YIELD_IN_A_LAMBDA(Yields.IS_ONE),
    YIELD_UNDER_A_LOCK(Yields.IS_ONE),

    // ---- values ----
    LITERAL(Yields.NEVER),
    VARIABLE(Yields.NEVER),
    FIELD(Yields.NEVER),
    ARITHMETIC(Yields.INSIDE),
    DIVISION(Yields.INSIDE),
    SHIFT(Yields.INSIDE),
    SIGN(Yields.INSIDE),
    CONVERSION(Yields.INSIDE),
    CONDITIONAL(Yields.INSIDE),
    COMPARISON(Yields.INSIDE),
    SHORT_CIRCUIT(Yields.INSIDE),
    LOGIC(Yields.INSIDE),
    INCREMENT(Yields.NEVER),
    ASSIGNMENT_VALUE(Yields.INSIDE),
    FIELD_ASSIGNMENT(Yields.INSIDE),
    FIELD_OF_ANOTHER(Yields.INSIDE),
    STATIC_ASSIGNMENT(Yields.INSIDE),
    ARRAY_ELEMENT(Yields.INSIDE),
    ARRAY_ASSIGNMENT(Yields.INSIDE),
    ARRAY(Yields.INSIDE),
    TABLE(Yields.INSIDE),
    CONCATENATION(Yields.INSIDE),
    BUILDER(Yields.INSIDE),
    STATIC_CALL(Yields.INSIDE),
    PRIVATE_CALL(Yields.INSIDE),
    VIRTUAL_CALL(Yields.INSIDE),
    SUPER_CALL(Yields.INSIDE),
    GENERIC_CALL(Yields.INSIDE),
    VARARGS_CALL(Yields.INSIDE),
    CONSTRUCTION(Yields.INSIDE),
    NESTED_CONSTRUCTION(Yields.INSIDE),
    BOXING(Yields.INSIDE),
    MERGED_TYPES(Yields.INSIDE),
    TYPE_TEST(Yields.INSIDE),
    RECORD_TEST(Yields.INSIDE),
    LAMBDA(Yields.NEVER),
    METHOD_REFERENCE(Yields.NEVER),
    SWITCH_VALUE(Yields.INSIDE),
    PATTERN_SWITCH_VALUE(Yields.INSIDE),

    // ---- statements ----
    NOTE(Yields.INSIDE),
    DECLARATION(Yields.INSIDE),
    LATE_DECLARATION(Yields.INSIDE),
    ASSIGNMENT(Yields.INSIDE),
    EXPRESSION(Yields.INSIDE),
    IF(Yields.INSIDE),
    IF_PATTERN(Yields.INSIDE),
    BLOCK(Yields.INSIDE),
    LABELLED_BLOCK(Yields.INSIDE),
    FOR(Yields.INSIDE),
    WHILE(Yields.INSIDE),
    DO(Yields.INSIDE),
    FOR_ARRAY(Yields.INSIDE),
    FOR_LIST(Yields.INSIDE),
    FOR_GENERATOR(Yields.INSIDE),
    BREAK(Yields.INSIDE),
    CONTINUE(Yields.INSIDE),
    RETURN(Yields.INSIDE),
    THROW(Yields.INSIDE),
    TRY(Yields.INSIDE),
    CATCH(Yields.INSIDE),
    MULTI_CATCH(Yields.INSIDE),
    RETHROW(Yields.INSIDE),
    FINALLY(Yields.INSIDE),
    TRY_RESOURCE(Yields.INSIDE),
    USE(Yields.INSIDE),
    SWITCH(Yields.INSIDE),
    SWITCH_ARROW(Yields.INSIDE),
    SWITCH_TEXT(Yields.INSIDE),
    SWITCH_ENUM(Yields.INSIDE),
    SWITCH_PATTERN(Yields.INSIDE),
    LOCK(Yields.NEVER),
    ASSERT(Yields.INSIDE),
    LOCAL_CLASS(Yields.INSIDE),
    LOCAL_RECORD(Yields.INSIDE),
    ALIAS(Yields.INSIDE),
    HELPER(Yields.INSIDE),

    // ---- forms of the body ----
    LAMBDA_BODY(Yields.INSIDE),
    STATIC_BODY(Yields.INSIDE),
    METHOD_BODY(Yields.INSIDE),
    CLASS_BODY(Yields.INSIDE);

    /// How a construct and yields go together.
    enum Yields {
        IS_ONE,
        INSIDE,
        NEVER
    }

    final Yields yields;

    Construct(Yields yields) {
        this.yields = yields;
    }
}
