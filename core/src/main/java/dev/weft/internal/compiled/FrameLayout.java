package dev.weft.internal.compiled;

import java.lang.constant.ClassDesc;

/// Where the code of a frame finds things: in which fields, and in which local variables of `resume`.
///
/// @param self the generated class
/// @param fields its fields
/// @param linked whether it extends [LinkedFrame]
record FrameLayout(ClassDesc self, FrameFields fields, boolean linked) {

    /// The field for the result of a frame that is not linked.
    static final String RESULT = "result";

    /// The parameters of `resume`.
    static final int SENT = 1;
    static final int THROWN = 2;

    /// How far the variables of the method are moved up, to make room for `resume`'s own.
    static final int SHIFT = 3;

    /// The local of `resume` in which a variable of the method is.
    static int local(int slot) {
        return slot + SHIFT;
    }
}
