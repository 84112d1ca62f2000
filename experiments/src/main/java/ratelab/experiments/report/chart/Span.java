package ratelab.experiments.report.chart;

/**
 * A stretch of time, shaded over the whole height of the plot.
 *
 * @param from seconds
 * @param to seconds
 * @param label short text inside, left out where it does not fit
 * @param ink its colour
 */
public record Span(double from, double to, String label, Ink ink) {}
