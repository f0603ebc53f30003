/// The challenges with the bodies left to write. Edit one and run `./weft challenges 2 --starter` (here for number 2):
/// it says NOT YET and what is missing, until it says PROVED.
@NullMarked
package dev.weft.challenges.starter;

import org.jspecify.annotations.NullMarked;
