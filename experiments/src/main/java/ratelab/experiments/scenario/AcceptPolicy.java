package ratelab.experiments.scenario;

/**
 * How a server takes waiting connections; it decides the order in which requests are worked off.
 */
public enum AcceptPolicy {
  /** Every connection at once: requests are worked off in their order of arrival. */
  ALL,
  /**
   * One connection per turn of the event loop, as libuv does from 1.45 (Node 20). It shows with
   * clients that send as soon as they connect, as hey does: their first request blocks the loop
   * before it has taken the other connections.
   */
  ONE
}
