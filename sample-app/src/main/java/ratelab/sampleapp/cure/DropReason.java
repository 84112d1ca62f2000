package ratelab.sampleapp.cure;

import java.util.Locale;

/** The choices of {@code --drop}: why a request that has waited is not worked off. */
public enum DropReason {
  /** Its client has closed or lost the connection. */
  GONE,
  /** The time until which its client wanted the answer has passed. */
  DEADLINE;

  /** The word on the command line and in the log. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
