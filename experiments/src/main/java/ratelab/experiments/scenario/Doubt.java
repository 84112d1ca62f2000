package ratelab.experiments.scenario;

/** Why a run cannot be judged. */
public enum Doubt {
  /** There are no samples of the target's CPU. */
  NO_SAMPLES,
  /** The idle target was watched for too short a time to know its spread. */
  IDLE_UNKNOWN,
  /** The target's group held something else than the target. */
  GROUP_CHANGED,
  /** Scrapes brought no answer. */
  SCRAPES_FAILED,
  /** Scrapes were never made. */
  SCRAPES_MISSED,
  /** Scrapes took so long that nobody knows when their samples were read. */
  SCRAPES_SLOW,
  /** The exporter could read the target only in part. */
  PARTLY_READ;

  /** Whether the samples that there are remain sound, and are only fewer or read late. */
  public boolean isOnlyAGap() {
    return switch (this) {
      case SCRAPES_FAILED, SCRAPES_MISSED, SCRAPES_SLOW -> true;
      case NO_SAMPLES, IDLE_UNKNOWN, GROUP_CHANGED, PARTLY_READ -> false;
    };
  }
}
