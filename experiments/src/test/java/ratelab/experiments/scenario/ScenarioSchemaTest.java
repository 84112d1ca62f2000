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
                "load", ScenarioReader.LOAD_KEYS,
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
                "runtime", words("target", "runtime"),
                "concurrency", words("target", "concurrency"),
                "work", words("target", "work"),
                "accept", words("target", "accept"),
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
                "cause", Words.all(Cause.class),
                "returns", List.of(ExpectationReader.AS_DERIVED),
                "drain", ExpectationReader.STAGES,
                "answered", ExpectationReader.STAGES));
  }

  @Test
  void it_requires_what_the_reader_requires() {
    List<String> required =
        ScenarioReader.KEYS.stream().filter(key -> !Set.of("name", "speed").contains(key)).toList();

    assertThat(texts(schema.path("required"))).isEqualTo(required);
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
