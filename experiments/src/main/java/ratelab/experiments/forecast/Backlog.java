package ratelab.experiments.forecast;

import ratelab.experiments.scenario.AcceptPolicy;

/**
 * The queue model: a load whose clients give up against a server that works off whatever it has
 * read, unless it is told to leave some of it undone. A timeout frees the client, which sends anew,
 * but not the server: its request already lies in a buffer there. So requests pile up, and the
 * server goes on long after the load.
 *
 * <p>The two servers differ in the order in which they take connections. libuv from 1.45 takes one
 * a turn of its loop (libuv pull request 3696); nearly everything else takes all there are.
 */
public final class Backlog {
  private Backlog() {}

  /** Plays a load to the end of its last request, in virtual time. */
  public static BacklogRun play(BacklogInput input) {
    var clients = new Clients(input);
    Server server =
        input.accept() == AcceptPolicy.ONE
            ? new AcceptOneServer(input.serviceNanos())
            : new AcceptAllServer(input.serviceNanos(), input.servers(), input.admission());
    clients.begin(server);
    server.workOff(clients);
    return new BacklogRun(clients.attempts(), server.works(), server.declined());
  }
}
