package ratelab.experiments.analysis;

import java.util.OptionalDouble;

/**
 * How well a counter showed the signal.
 *
 * @param counter {@code nanoseconds} or {@code ticks}
 * @param errorShare (counted - independent) / independent CPU over load and drain; empty without an
 *     independent measure
 * @param zeroShare share of points of the shortest window's curve that were exactly 0 in the drain
 * @param idleMeanCores mean CPU rate while idle, cores
 * @param idleSpreadCores its spread, cores
 */
public record CounterQuality(
    String counter,
    OptionalDouble errorShare,
    OptionalDouble zeroShare,
    double idleMeanCores,
    double idleSpreadCores) {}
