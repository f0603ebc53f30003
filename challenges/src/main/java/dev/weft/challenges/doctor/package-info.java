/// Looks at the machine that Weft runs on, and tries Weft out there.
///
/// Knows nothing of challenges and terminals: what it finds is shown by others.
@NullMarked
package dev.weft.challenges.doctor;

import org.jspecify.annotations.NullMarked;
