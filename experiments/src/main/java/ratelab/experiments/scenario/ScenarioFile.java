package ratelab.experiments.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read from a scenario file: one entry of the catalogue.
 *
 * @param name the entry's name; a variant is called {@code entry/variant}
 * @param about one sentence for {@code lab list}
 * @param itself the scenario that the file describes without its variants, if it says what to
 *     expect of it
 * @param variants its variants, in the file's order
 * @param warnings what can be played but hardly be meant, one line each with file, line and reason
 */
public record ScenarioFile(
    String name,
    String about,
    Optional<Scenario> itself,
    List<Scenario> variants,
    List<String> warnings) {
  /** Stands for the file's own scenario and all variants. */
  public static final String ALL = "all";

  public ScenarioFile {
    variants = List.copyOf(variants);
    warnings = List.copyOf(warnings);
  }

  /**
   * The scenario of a file that describes one.
   *
   * @throws ScenarioException if it has nothing but variants; the message lists them
   */
  public Scenario scenario() {
    return itself.orElseThrow(
        () ->
            new ScenarioException(
                "'" + name + "' is no single scenario but several; choose one of " + names()));
  }

  /** What is played when the file is named and no variant: itself, or else all variants. */
  public List<Scenario> played() {
    return itself.map(List::of).orElse(variants);
  }

  /** The file's own scenario, if it has one, and all variants. */
  public List<Scenario> all() {
    return Stream.concat(itself.stream(), variants.stream()).toList();
  }

  /**
   * One variant, or {@link #ALL}.
   *
   * @param variant its name without the entry's
   * @throws ScenarioException if there is none of this name; the message lists those there are
   */
  public List<Scenario> variant(String variant) {
    if (variant.equals(ALL)) return all();
    List<Scenario> found =
        variants.stream().filter(one -> one.name().equals(name + "/" + variant)).toList();
    if (!found.isEmpty()) return found;
    List<String> own =
        variants.stream().map(one -> one.name().substring(name.length() + 1)).toList();
    throw new ScenarioException(
        "'"
            + name
            + "' has no variant '"
            + variant
            + "'"
            + Nearest.hint(variant, own)
            + (own.isEmpty() ? " (it has none)" : " (there are " + names() + ")"));
  }

  private String names() {
    return String.join(", ", variants.stream().map(Scenario::name).toList());
  }
}
