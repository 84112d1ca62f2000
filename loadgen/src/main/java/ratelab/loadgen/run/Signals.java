package ratelab.loadgen.run;

/** How the outside can end a run early. */
@FunctionalInterface
public interface Signals {
  /**
   * From now on these handle the signals, in place of whatever did before.
   *
   * @param interrupt for the first Ctrl-C; the caller handles a second one itself
   * @param terminate for a request to terminate
   */
  void handle(Runnable interrupt, Runnable terminate);
}
