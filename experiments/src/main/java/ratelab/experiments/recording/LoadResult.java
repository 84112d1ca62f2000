package ratelab.experiments.recording;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The load's own counts.
 *
 * @param sent requests sent
 * @param answered requests that got a whole answer, whatever its status
 * @param timedOut requests that their client gave up
 * @param failed requests that ended in any other error
 * @param inFlightAtEnd requests not over when the load generator ended
 */
public record LoadResult(long sent, long answered, long timedOut, long failed, long inFlightAtEnd) {
  private static final LoadResult UNKNOWN = new LoadResult(0, 0, 0, 0, 0);

  /** The counts of a load that tells none; its zeros mean nothing. */
  public static LoadResult unknown() {
    return UNKNOWN;
  }

  /** Whether the load has told its counts: every load that does has sent something. */
  @JsonIgnore
  public boolean isKnown() {
    return sent > 0;
  }
}
