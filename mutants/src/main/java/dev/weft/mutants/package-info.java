/// Plants mistakes in copies of Weft that live in memory, so that tests can show that they would notice them. For tests
/// alone.
@NullMarked
package dev.weft.mutants;

import org.jspecify.annotations.NullMarked;
