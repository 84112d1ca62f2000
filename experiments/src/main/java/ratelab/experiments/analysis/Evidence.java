package ratelab.experiments.analysis;

import java.util.OptionalLong;

/**
 * One way of knowing how many requests were worked off for nobody.
 *
 * @param kind which
 * @param handled requests that the target worked on, where this tells it
 * @param forNobody those whose client had gone before their work ended
 * @param words what was seen
 */
record Evidence(Kind kind, OptionalLong handled, long forNobody, String words) {

  /** From the surest to the weakest. */
  enum Kind {
    /** Each handled request is joined with what became of it at its client. */
    JOINED,
    /** Requests handled, less those that were answered. */
    COUNTED,
    /** Connections that their clients had closed and the target had not. */
    ABANDONED,
    /** CPU after the load, when every client has gone. */
    CPU
  }
}
