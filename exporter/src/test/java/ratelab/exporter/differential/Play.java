package ratelab.exporter.differential;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratelab.exporter.Await;
import ratelab.exporter.differential.Comparison.Observation;
import ratelab.exporter.differential.Configuration.Place;

/** Plays the story once for all configurations and records what both exporters say of it. */
final class Play implements AutoCloseable {
  /** The reference knows the boot time in whole seconds, so it takes those born sooner for old. */
  private static final Duration SURELY_LATER = Duration.ofMillis(1100);

  /** More starts at once would only be slower. */
  private static final int AT_ONCE = 3;

  private final Zoo zoo;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Configuration, List<Observation>> observations = new LinkedHashMap<>();

  Play(Zoo zoo) {
    this.zoo = zoo;
  }

  void run(List<Configuration> configurations, Program reference, Program ours) throws IOException {
    try (Story story = new Story(zoo)) {
      zoo.awaitRest();
      start(configurations, reference, ours);
      observe(Act.ARRIVAL);
      story.work();
      observe(Act.WORK);
      story.end();
      observe(Act.ENDINGS);
      story.comeBack();
      observe(Act.RETURN);
      story.churn();
      observe(Act.CHURN);
    }
  }

  private void start(List<Configuration> configurations, Program reference, Program ours)
      throws IOException {
    for (Configuration configuration : configurations) {
      pairs.add(Pair.start(configuration, reference, ours, zoo, client));
      if (pairs.size() >= AT_ONCE) pairs.get(pairs.size() - AT_ONCE).awaitReady();
    }
    pairs.forEach(Pair::awaitReady);
    Instant later = Instant.now().plus(SURELY_LATER);
    Await.until("a later second", () -> Optional.of(Instant.now()).filter(later::isBefore));
  }

  private void observe(Act act) throws IOException {
    if (act != Act.CHURN) zoo.awaitRest();
    for (Pair pair : pairs) {
      if (sees(act, pair.configuration().place())) observe(pair, act);
    }
  }

  /** What keeps the machine busy is not for all. */
  private static boolean sees(Act act, Place place) {
    return switch (place) {
      case INSIDE -> true;
      case AT_THE_FENCE, UNPRIVILEGED -> act != Act.CHURN;
      case ELSEWHERE -> act == Act.ARRIVAL;
    };
  }

  private void observe(Pair pair, Act act) throws IOException {
    observations
        .computeIfAbsent(pair.configuration(), configuration -> new ArrayList<>())
        .add(pair.observe(act));
  }

  Comparison of(Configuration configuration) {
    return new Comparison(configuration, observations.getOrDefault(configuration, List.of()));
  }

  /** Both exporters with this configuration, still running. */
  Pair pair(Configuration configuration) {
    return pairs.stream()
        .filter(pair -> pair.configuration().equals(configuration))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    try (client) {
      for (Pair pair : pairs) pair.close();
    }
  }
}
