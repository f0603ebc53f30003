/// What the timeline promises.
@NullMarked
package dev.weft.challenges.timeline;

import org.jspecify.annotations.NullMarked;
