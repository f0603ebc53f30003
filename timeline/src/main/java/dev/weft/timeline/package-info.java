/// Records what the tasks and generators of a run do, and draws it: as text, as SVG, as a page for a browser, or as a
/// trace for a viewer of traces.
///
/// A [Timeline] is a value: lanes, what went on in them and happened in them, and links between them. It comes from the
/// events that a [TimelineRecorder] has observed, and from nowhere else. What it shows of a value is the text that the
/// value had at that time.
///
/// Imports `dev.weft` and its floor, `dev.weft.spi`. What an observer was told happens before what
/// [TimelineRecorder#timeline()] returns afterwards.
@NullMarked
package dev.weft.timeline;

import org.jspecify.annotations.NullMarked;
