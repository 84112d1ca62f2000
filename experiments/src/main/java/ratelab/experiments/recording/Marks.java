package ratelab.experiments.recording;

/**
 * The instants of a run, milliseconds since the epoch on the lab's clock.
 *
 * @param idleStartMillis the idle target is watched from here
 * @param calibrationStartMillis ... to here, where the calibration begins
 * @param loadStartMillis the first request of the load
 * @param loadStopMillis no new requests from here on
 * @param loadEndMillis the load generator has ended
 * @param endMillis the recording's end
 */
public record Marks(
    long idleStartMillis,
    long calibrationStartMillis,
    long loadStartMillis,
    long loadStopMillis,
    long loadEndMillis,
    long endMillis) {}
