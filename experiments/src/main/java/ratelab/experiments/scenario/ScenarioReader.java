package ratelab.experiments.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads scenario files; {@code docs/formats.md} describes them. */
public final class ScenarioReader {
  /** The newest format of scenario files that this class reads. */
  public static final int FORMAT = 1;

  static final List<String> KEYS =
      List.of(
          "format",
          "name",
          "about",
          "speed",
          "target",
          "load",
          "scrape",
          "windows",
          "idle",
          "disturbances",
          "expect",
          Variants.KEY);
  static final List<String> SCRAPE_KEYS = List.of("interval");

  private static final String REMEDY = "; `lab scenario show seed` prints a complete one";

  private ScenarioReader() {}

  /**
   * Reads a scenario from a file; unless the file says otherwise its name is the file's without
   * {@code .yaml}.
   *
   * @throws ScenarioException if it cannot be read or does not hold a scenario
   */
  public static ScenarioFile read(Path file) {
    if (Files.isDirectory(file)) {
      throw new ScenarioException(
          file + ": is a directory; give a scenario's file, or replay a run with `lab replay`");
    }
    try {
      return read(Files.readString(file), file.toString(), nameOf(file));
    } catch (NoSuchFileException e) {
      throw new ScenarioException(
          file + ": there is no such file; `lab list` shows the built-in scenarios");
    } catch (CharacterCodingException e) {
      throw new ScenarioException(file + ": is not UTF-8 text; a scenario is a YAML file" + REMEDY);
    } catch (IOException e) {
      throw new ScenarioException(file + ": cannot be read (" + e + "); give a readable file");
    }
  }

  /**
   * Reads a scenario from text.
   *
   * @param file for messages
   * @param name the scenario's name, unless the text gives one
   * @throws ScenarioException if it does not hold a scenario
   */
  public static ScenarioFile read(String text, String file, String name) {
    Node document =
        compose(text, file)
            .orElseThrow(() -> new ScenarioException(file + ":1: the file is empty" + REMEDY));
    Place top = new Place(file, "", document, true);
    checkFormat(top);
    return file(top, name);
  }

  private static ScenarioFile file(Place top, String fileName) {
    Fields fields = Fields.of(top, KEYS);
    String name = fields.optional("name").map(place -> place.text("a name")).orElse(fileName);
    double speed = fields.optional("speed").map(Values::factor).orElse(1.0);
    Warnings warnings = new Warnings();
    List<Scenario> variants = new ArrayList<>();
    for (Variants.Variant variant : Variants.of(top, fields)) {
      Fields merged = Fields.of(variant.merged(), Variants.keys());
      List<String> own = new ArrayList<>();
      variants.add(scenario(merged, name + "/" + variant.name(), speed, own));
      warnings.add(variant.name(), own);
    }
    // A file that expects nothing of itself is there for its variants alone.
    boolean isScenario = variants.isEmpty() || fields.optional("expect").isPresent();
    List<String> own = new ArrayList<>();
    Optional<Scenario> itself =
        isScenario ? Optional.of(scenario(fields, name, speed, own)) : Optional.empty();
    warnings.add(own);
    return new ScenarioFile(name, about(fields), itself, variants, warnings.list());
  }

  private static String about(Fields fields) {
    return fields.at("about").text("one sentence on what the scenario shows");
  }

  private static Scenario scenario(
      Fields fields, String name, double speed, List<String> warnings) {
    Duration interval = Values.duration(Fields.of(fields.at("scrape"), SCRAPE_KEYS).at("interval"));
    Target target = TargetReader.read(fields.at("target"), warnings);
    Load load = LoadReader.read(fields.at("load"), warnings);
    checkOwn(target, load, fields, speed);
    Scenario nominal =
        new Scenario(
            name,
            about(fields),
            target,
            load,
            interval,
            WindowsReader.read(fields.at("windows"), interval, warnings),
            idle(fields.at("idle"), interval, warnings),
            ExpectationsReader.read(fields.at("expect"), target, load),
            1,
            disturbances(fields));
    return speed == 1 ? nominal : nominal.at(speed);
  }

  /** What of a scenario cannot be had of one's own service, or only of that. */
  private static void checkOwn(Target target, Load load, Fields fields, double speed) {
    if (target.own().isEmpty()) {
      if (load.command().isPresent()) {
        throw fields
            .at("load")
            .refused(
                "a load of your own is for a target of your own; give workers, duration and"
                    + " timeout");
      }
      return;
    }
    if (speed != 1) {
      throw fields
          .at("speed")
          .refused("your own service has no service time that the lab could set: only 1 can be");
    }
    if (target.isImage() && load.command().isPresent()) {
      throw fields
          .at("load")
          .refused(
              "an image is asked from a container beside it, by the lab's own load: give workers,"
                  + " duration and timeout");
    }
    fields
        .optional("disturbances")
        .ifPresent(
            place -> {
              throw place.refused("the lab does nothing to your own service; remove the key");
            });
  }

  private static List<Disturbance> disturbances(Fields fields) {
    return fields
        .optional("disturbances")
        .map(place -> place.items("a list of disturbances, such as - {at: load-end, do: ...}"))
        .map(items -> items.stream().map(DisturbanceReader::read).toList())
        .orElse(List.of());
  }

  private static Duration idle(Place place, Duration interval, List<String> warnings) {
    Duration idle = Values.duration(place);
    if (idle.compareTo(interval.multipliedBy(2)) < 0) {
      warnings.add(
          place.at()
              + Durations.print(idle)
              + " is shorter than two scrape intervals of "
              + Durations.print(interval)
              + ": the target's idle CPU rate cannot be measured");
    }
    return idle;
  }

  /** The format comes before everything else: a newer one may have other keys. */
  private static void checkFormat(Place top) {
    if (!(top.node() instanceof MappingNode mapping)) {
      throw top.expected("a scenario: the keys " + String.join(", ", KEYS));
    }
    Place format =
        mapping.getValue().stream()
            .filter(entry -> isFormat(entry.getKeyNode()))
            .map(NodeTuple::getValueNode)
            .map(value -> top.child("format", value))
            .findFirst()
            .orElseGet(() -> top.missing("format"));
    int found = Values.count(format);
    if (found > FORMAT) {
      throw format.refused(
          "the file has format "
              + found
              + ", this ratelab reads up to format "
              + FORMAT
              + "; use a newer ratelab");
    }
  }

  private static boolean isFormat(Node key) {
    return key instanceof ScalarNode scalar && scalar.getValue().equals("format");
  }

  private static Optional<Node> compose(String text, String file) {
    // A key that is no scalar is allowed here so that Fields refuses it with its line.
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setAllowNonScalarKeys(true).build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new ScenarioException(file + ":" + line + ": expected YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ScenarioException(file + ": expected YAML: " + e.getMessage());
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
