package ratelab.experiments.lab;

import java.time.Duration;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scrape.ScrapeClock;

/**
 * Where and with what a run is made.
 *
 * @param apps the programs that take part
 * @param run where its files go
 * @param prometheus the oracle
 * @param readyWithin deadline for the start of each process
 * @param clock gives every instant of the run
 */
public record Setup(
    Apps apps,
    RunDirectory run,
    PrometheusChoice prometheus,
    Duration readyWithin,
    ScrapeClock clock) {}
