package ratelab.experiments.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that come with Ratelab, as files to show, copy and play. */
public final class BuiltInScenarios {
  private static final List<String> NAMES =
      List.of(
          "seed",
          "windows",
          "decay",
          "runtimes",
          "burn",
          "short-lived",
          "cures",
          "scrape-health",
          "throttle");

  private BuiltInScenarios() {}

  /** Their names, the original first. */
  public static List<String> names() {
    return NAMES;
  }

  /** All entries, the original first. */
  public static List<ScenarioFile> entries() {
    return NAMES.stream().map(BuiltInScenarios::entry).toList();
  }

  /** All scenarios: those of the files themselves and their variants, the original first. */
  public static List<Scenario> list() {
    return entries().stream().flatMap(entry -> entry.all().stream()).toList();
  }

  /**
   * The file of a scenario, with its comments.
   *
   * @throws ScenarioException if there is none of this name; the message lists those there are
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new ScenarioException(
          "there is no scenario '"
              + name
              + "'"
              + Nearest.hint(name, NAMES)
              + " (built in: "
              + String.join(", ", NAMES)
              + "; a file is given by its path, such as ./mine.yaml)");
    }
    return resource(name + ".yaml");
  }

  /**
   * A scenario at its real size.
   *
   * @param name an entry that is one scenario, or {@code entry/variant}
   * @throws ScenarioException if there is none of this name; the message lists those there are
   */
  public static Scenario read(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? entry(name).scenario()
        : entry(name.substring(0, slash)).variant(name.substring(slash + 1)).getFirst();
  }

  /**
   * An entry of the catalogue, with all its variants at their real size.
   *
   * @throws ScenarioException if there is none of this name; the message lists those there are
   */
  public static ScenarioFile entry(String name) {
    return ScenarioReader.read(text(name), name + ".yaml", name);
  }

  /** The JSON schema of scenario files, for editors that check and complete while one types. */
  public static String schema() {
    return resource("schema.json");
  }

  private static String resource(String file) {
    try (InputStream in = BuiltInScenarios.class.getResourceAsStream("/scenarios/" + file)) {
      if (in == null) throw new IllegalStateException("/scenarios/" + file + " is not in the jar");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read /scenarios/" + file + " from the jar", e);
    }
  }
}
