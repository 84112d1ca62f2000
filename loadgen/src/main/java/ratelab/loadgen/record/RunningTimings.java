package ratelab.loadgen.record;

/** {@link Timings} that grow. */
final class RunningTimings {
  private final RunningLatencies service = new RunningLatencies();
  private final RunningLatencies response = new RunningLatencies();

  void add(Attempt answered) {
    service.add(answered.serviceNanos());
    if (answered.scheduled()) {
      response.add(answered.responseNanos());
    }
  }

  void add(RunningTimings other) {
    service.add(other.service);
    response.add(other.response);
  }

  void reset() {
    service.reset();
    response.reset();
  }

  Timings timings() {
    return new Timings(service.latencies(), response.latencies());
  }
}
