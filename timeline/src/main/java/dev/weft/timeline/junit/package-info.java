/// Keeps the timelines of failed tests. Needs JUnit and the test kit, which nothing else in this module does.
@NullMarked
package dev.weft.timeline.junit;

import org.jspecify.annotations.NullMarked;
