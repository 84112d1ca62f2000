package ratelab.experiments.scrape;

import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.SeriesId;

/**
 * One line of an exposition.
 *
 * @param series the series that the target exposes
 * @param sample its value, at the time the line states or else at the scrape's start
 */
public record ExposedSample(SeriesId series, Sample sample) {}
