/// What the extension promises.
@NullMarked
package dev.weft.timeline.junit;

import org.jspecify.annotations.NullMarked;
