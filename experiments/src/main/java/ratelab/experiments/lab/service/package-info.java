/**
 * Plays a scenario on a user's own service: it is measured from outside, and nothing else of it is
 * known.
 */
@NullMarked
package ratelab.experiments.lab.service;

import org.jspecify.annotations.NullMarked;
