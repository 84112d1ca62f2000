package ratelab.experiments.recording;

import java.time.Duration;
import ratelab.experiments.rate.Curve;

/**
 * The curve of one rate window.
 *
 * @param window the (actual) window
 * @param curve the query's answers
 */
public record WindowCurve(Duration window, Curve curve) {}
