/** Plays a scenario in the world and leaves a recording; whatever comes after it is pure. */
@NullMarked
package ratelab.experiments.lab;

import org.jspecify.annotations.NullMarked;
