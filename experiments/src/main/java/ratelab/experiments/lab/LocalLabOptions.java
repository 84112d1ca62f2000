package ratelab.experiments.lab;

import java.nio.file.Path;

/**
 * How a local run is made.
 *
 * @param runDirectory where its files go; made if it is not there
 * @param prometheus the oracle
 * @param stopWhenExplained end when the shortest visible window has returned; longer windows are
 *     left out of the recorded scenario
 */
public record LocalLabOptions(
    Path runDirectory, PrometheusChoice prometheus, boolean stopWhenExplained) {}
