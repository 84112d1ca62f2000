package ratelab.experiments.lab;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Where a run stands.
 *
 * @param phase its present phase
 * @param elapsed since the run began
 * @param phaseEndMillis when the phase is expected to end, milliseconds since the epoch
 * @param runEndMillis when the run is expected to end, milliseconds since the epoch; known from the
 *     first forecast on
 * @param toWorkOff requests that were sent, or are forecast to be sent, and not yet worked off
 * @param cores the target's CPU rate over the shortest window that the scrapes can show, in cores;
 *     absent while the window has no rate
 */
public record LabStatus(
    LabPhase phase,
    Duration elapsed,
    OptionalLong phaseEndMillis,
    OptionalLong runEndMillis,
    OptionalLong toWorkOff,
    OptionalDouble cores) {}
