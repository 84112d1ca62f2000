package ratelab.experiments.lab.docker;

import java.nio.file.Path;

/**
 * How a run in containers is made.
 *
 * @param runDirectory where its files go; made if it is not there
 * @param prometheus whether a real Prometheus takes part
 * @param stopWhenExplained end when the shortest visible window has returned; longer windows are
 *     left out of the recorded scenario
 * @param home the project's directory: its {@code docker/} has the Dockerfiles, and the programs
 *     are built beside it
 */
public record DockerLabOptions(
    Path runDirectory, boolean prometheus, boolean stopWhenExplained, Path home) {}
