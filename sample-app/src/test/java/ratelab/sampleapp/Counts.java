package ratelab.sampleapp;

/** The three metrics of an application whose /metrics answers while its handlers block. */
record Counts(int handled, int inFlight, int waiting) {

  static Counts of(RunningApp app) {
    return new Counts(
        (int) app.metric("sampleapp_requests_handled_total"),
        (int) app.metric("sampleapp_requests_in_flight"),
        (int) app.metric("sampleapp_requests_waiting"));
  }

  static void awaitRead(RunningApp app, int requests) {
    Await.until(requests + " requests read", () -> of(app), seen -> seen.read() >= requests);
  }

  private int read() {
    return handled + inFlight + waiting;
  }
}
