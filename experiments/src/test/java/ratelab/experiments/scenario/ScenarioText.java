package ratelab.experiments.scenario;

/** A small scenario file that tests change in one place. */
final class ScenarioText {
  static final String VALID =
      """
      format: 1
      about: A test
      target:
        runtime: javalin
        concurrency: single
        work: exec
        sleep: 5s
      load:
        workers: 50
        duration: 1m
        timeout: 20s
      scrape:
        interval: 15s
      windows: [30s, 1m]
      idle: 90s
      expect:
        - cause: backlog
      """;

  private ScenarioText() {}

  /** The valid file with one passage replaced. */
  static String with(String passage, String replacement) {
    if (!VALID.contains(passage)) throw new IllegalArgumentException(passage);
    return VALID.replace(passage, replacement);
  }
}
