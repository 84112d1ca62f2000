package ratelab.experiments.analysis.advice;

import java.time.Duration;
import java.util.Optional;

/**
 * What a window's choice depends on beside the scrapes.
 *
 * @param cores the rate above idle that should be seen
 * @param idleCores mean rate while idle
 * @param idleSpreadCores spread of the rate of one gap between scrapes while idle
 * @param quantumSeconds what the counter counts in, all its series together; 0 for nanoseconds
 * @param phase the shortest phase that a gate should judge; empty if there is none
 */
public record SignalFacts(
    double cores,
    double idleCores,
    double idleSpreadCores,
    double quantumSeconds,
    Optional<Duration> phase) {}
