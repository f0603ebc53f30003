/// Draws the events of a run as text: a lane for each task and generator, time from left to right.
///
/// What is drawn comes from the events that an observer saw, and from nowhere else.
@NullMarked
package dev.weft.challenges.timeline;

import org.jspecify.annotations.NullMarked;
