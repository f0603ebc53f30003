/// The five challenges: each a small program, its proof, and a starter to be completed.
@NullMarked
package dev.weft.challenges;

import org.jspecify.annotations.NullMarked;
