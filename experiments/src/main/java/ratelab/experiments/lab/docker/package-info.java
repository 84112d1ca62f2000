/** Plays a scenario in containers on a network of their own, by Testcontainers. */
@NullMarked
package ratelab.experiments.lab.docker;

import org.jspecify.annotations.NullMarked;
