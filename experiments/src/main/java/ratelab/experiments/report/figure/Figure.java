package ratelab.experiments.report.figure;

import ratelab.experiments.report.chart.Picture;

/**
 * A picture with what is said about it.
 *
 * @param name its file's name without {@code .svg}; unique in a report
 * @param title what it shows
 * @param caption what there is to see, in a sentence or two
 * @param picture the picture
 */
public record Figure(String name, String title, String caption, Picture picture) {}
