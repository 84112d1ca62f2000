/**
 * Shows an analysis: as a page, as figures, in a terminal, for programs.
 *
 * <p>{@code figure} decides what is drawn and {@code chart} how; {@code page} is the HTML around
 * the figures, {@code style} its looks; {@code terminal} is the short form; {@code wording} says
 * values in words; {@code markup} alone writes elements and escapes text.
 */
package ratelab.experiments.report;
