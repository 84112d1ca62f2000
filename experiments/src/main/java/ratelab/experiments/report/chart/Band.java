package ratelab.experiments.report.chart;

/**
 * A range of values, shaded over the whole width of the plot.
 *
 * @param low its lower edge, in the chart's unit
 * @param high its upper edge, in the chart's unit
 * @param label its name in the legend
 */
public record Band(double low, double high, String label) {}
