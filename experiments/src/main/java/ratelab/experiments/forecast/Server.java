package ratelab.experiments.forecast;

import java.util.List;

/** The server's side of the queue model. */
interface Server {
  /** A request has been sent and lies in the server's buffers. */
  void arrive(Request request);

  /** Works until no request is left and no client will send another. */
  void workOff(Clients clients);

  /** The work done, in the order it began. */
  List<BacklogRun.Work> works();

  /** The requests that it did not work on, in the order in which that was decided. */
  List<BacklogRun.Declined> declined();
}
