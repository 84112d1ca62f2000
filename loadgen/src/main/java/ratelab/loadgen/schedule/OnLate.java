package ratelab.loadgen.schedule;

/** What happens to a request for which no worker was free when it was due. */
public enum OnLate {
  /** It is sent as soon as a worker is free. */
  QUEUE,
  /** It is never sent. */
  DROP
}
