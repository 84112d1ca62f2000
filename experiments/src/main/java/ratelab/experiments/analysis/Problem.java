package ratelab.experiments.analysis;

import ratelab.experiments.scenario.Doubt;

/**
 * Why a run can not be judged.
 *
 * @param doubt the kind
 * @param text cause and remedy, for people
 */
record Problem(Doubt doubt, String text) {}
