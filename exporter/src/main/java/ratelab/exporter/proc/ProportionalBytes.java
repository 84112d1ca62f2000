package ratelab.exporter.proc;

/**
 * Memory in which a page that n processes share counts one n-th for each: {@code Pss} and {@code
 * SwapPss} of {@code smaps_rollup}.
 */
public record ProportionalBytes(long resident, long swapped) {}
