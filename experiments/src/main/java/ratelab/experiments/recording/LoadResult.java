package ratelab.experiments.recording;

/**
 * The load's own counts.
 *
 * @param sent requests sent
 * @param answered requests that got a whole answer, whatever its status
 * @param timedOut requests that their client gave up
 * @param failed requests that ended in any other error
 * @param inFlightAtEnd requests not over when the load generator ended
 */
public record LoadResult(
    long sent, long answered, long timedOut, long failed, long inFlightAtEnd) {}
