package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema repeats what the reader knows, for editors; it must not know anything else. */
class ScenarioSchemaTest {
  private final JsonNode schema = new JsonMapper().readTree(BuiltInScenarios.schema());

  @Test
  void it_has_the_keys_of_the_reader_and_no_others() {
    assertThat(
            Map.of(
                "own", keys(part("own")),
                "variant", keys(part("variant")),
                "disturbance", keys(part("disturbance")),
                "shape", keys(part("shape")),
                "counterError", keys(part("counterError")),
                "inconclusive", keys(part("inconclusive"))))
        .isEqualTo(
            Map.of(
                "own", OwnServiceReader.KEYS,
                "variant", Variants.keys(),
                "disturbance", DisturbanceReader.KEYS,
                "shape", ExpectationReader.SHAPE_KEYS,
                "counterError", ExpectationReader.COUNTER_KEYS,
                "inconclusive", ExpectationReader.INCONCLUSIVE_KEYS));
    assertThat(
            Map.of(
                "", keys(schema),
                "target", keys(part("target")),
                "load", keys(part("load")),
                "scrape", keys(part("scrape")),
                "expectation", keys(part("expectation")),
                "drain", keys(part("drain")),
                "answered", keys(part("answered")),
                "workedOffForNobody", keys(part("workedOffForNobody"))))
        .isEqualTo(
            Map.of(
                "", ScenarioReader.KEYS,
                "target", TargetReader.KEYS,
                "load", LoadReader.KEYS,
                "scrape", ScenarioReader.SCRAPE_KEYS,
                "expectation", ExpectationReader.KINDS,
                "drain", ExpectationReader.DRAIN_KEYS,
                "answered", ExpectationReader.ANSWERED_KEYS,
                "workedOffForNobody", ExpectationReader.SHARE_KEYS));
  }

  @Test
  void it_has_the_words_of_the_reader_and_no_others() {
    assertThat(
            Map.of(
                "at", words("disturbance", "at"),
                "do", words("disturbance", "do"),
                "ends", words("expectation", "ends"),
                "each-request", words("expectation", "each-request"),
                "counter", words("counterError", "counter"),
                "children-missed", words("expectation", "children-missed"),
                "because", words("inconclusive", "because")))
        .isEqualTo(
            Map.of(
                "at", Words.all(Disturbance.Anchor.class),
                "do", Words.all(Disturbance.Act.class),
                "ends", List.of(ExpectationReader.GAP),
                "each-request", List.of(ExpectationReader.RAISES_COUNTER),
                "counter", Words.all(Counter.class),
                "children-missed", List.of(ExpectationReader.AS_DERIVED),
                "because", Words.all(Doubt.class)));
    assertThat(
            Map.of(
                "runtime", words("target", "runtime"),
                "concurrency", words("target", "concurrency"),
                "work", words("target", "work"),
                "accept", words("target", "accept"),
                "drop", words("target", "drop"),
                "cause", words("expectation", "cause"),
                "returns", words("expectation", "returns"),
                "drain", words("drain", "forecast"),
                "answered", words("answered", "forecast")))
        .isEqualTo(
            Map.of(
                "runtime", Words.all(Platform.class),
                "concurrency", Words.all(Concurrency.class),
                "work", Words.all(Work.class),
                "accept", Words.all(AcceptPolicy.class),
                "drop", Words.all(Drop.class),
                "cause", Words.all(Cause.class),
                "returns", List.of(ExpectationReader.AS_DERIVED),
                "drain", ExpectationReader.STAGES,
                "answered", ExpectationReader.STAGES));
  }

  @Test
  void it_requires_what_the_reader_requires() {
    List<String> ofEveryFile = List.of("format", "about");
    Set<String> optional = Set.of("name", "speed", "disturbances", "variants");

    assertThat(texts(schema.path("required"))).isEqualTo(ofEveryFile);
    assertThat(texts(schema.path("then").path("required")))
        .isEqualTo(
            ScenarioReader.KEYS.stream()
                .filter(key -> !ofEveryFile.contains(key) && !optional.contains(key))
                .toList());
    assertThat(schema.path("properties").path("format").path("const").asInt())
        .isEqualTo(ScenarioReader.FORMAT);
  }

  private JsonNode part(String name) {
    return schema.path("$defs").path(name);
  }

  private List<String> words(String part, String key) {
    return texts(part(part).path("properties").path(key).path("enum"));
  }

  private static List<String> keys(JsonNode mapping) {
    return new ArrayList<>(mapping.path("properties").propertyNames());
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
