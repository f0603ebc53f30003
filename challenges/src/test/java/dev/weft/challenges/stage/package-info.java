/// What the stage promises.
@NullMarked
package dev.weft.challenges.stage;

import org.jspecify.annotations.NullMarked;
