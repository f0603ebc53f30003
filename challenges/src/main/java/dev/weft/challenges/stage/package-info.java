/// Where the programs of the challenges run and are watched: what a program gets, what is recorded of it, and how a
/// claim about it is proved.
///
/// The solutions and the starters import this package. It knows Weft alone, no challenge and no terminal.
@NullMarked
package dev.weft.challenges.stage;

import org.jspecify.annotations.NullMarked;
