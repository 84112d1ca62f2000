package ratelab.experiments.report.chart;

/**
 * An interval of time in a row of its own above the plot.
 *
 * @param from seconds
 * @param to seconds
 * @param label short text beside it
 * @param detail what a tooltip says
 * @param ink its colour
 */
public record Strip(double from, double to, String label, String detail, Ink ink) {}
