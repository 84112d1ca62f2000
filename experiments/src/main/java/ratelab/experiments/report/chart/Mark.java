package ratelab.experiments.report.chart;

/**
 * One instant: a vertical line with a label above the plot, or inside the plot alone without one.
 *
 * @param x seconds
 * @param label short text; may be empty
 * @param detail what a tooltip says
 * @param ink its colour
 * @param dash how it is drawn
 */
public record Mark(double x, String label, String detail, Ink ink, Dash dash) {}
