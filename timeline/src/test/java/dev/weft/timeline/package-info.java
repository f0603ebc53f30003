/// What the timeline promises.
@NullMarked
package dev.weft.timeline;

import org.jspecify.annotations.NullMarked;
