package ratelab.exporter.differential;

import java.io.IOException;
import java.net.http.HttpClient;
import ratelab.exporter.differential.Comparison.Observation;
import ratelab.exporter.differential.Configuration.Place;

/** Both exporters, running with one configuration. */
record Pair(Configuration configuration, Observer reference, Observer ours)
    implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  static Pair start(
      Configuration configuration, Program reference, Program ours, Zoo zoo, HttpClient client)
      throws IOException {
    return new Pair(
        configuration,
        reference.start(configuration, zoo, client),
        ours.start(configuration, zoo, client));
  }

  void awaitReady() {
    reference.awaitReady();
    ours.awaitReady();
  }

  /** Reads both until nothing moved meanwhile, or often enough to leave it at that. */
  Observation observe(Act act) throws IOException {
    Bracket bracket = bracket();
    for (int i = 1; act != Act.CHURN && i < ATTEMPTS && !isFit(bracket); i++) {
      bracket = bracket();
    }
    return new Observation(act, bracket);
  }

  private boolean isFit(Bracket bracket) {
    boolean denied = configuration.place() == Place.UNPRIVILEGED;
    return bracket.isStill() && (denied || bracket.hasShares());
  }

  private Bracket bracket() throws IOException {
    return new Bracket(animals(reference), animals(ours), animals(reference));
  }

  private static Exposition animals(Observer observer) throws IOException {
    return observer.scrape().ofGroups(group -> !group.contains("observer-"));
  }

  @Override
  public void close() throws IOException {
    try (reference) {
      ours.close();
    }
  }
}
