package ratelab.experiments.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answers of Prometheus' HTTP API, version 1
 * (https://prometheus.io/docs/prometheus/latest/querying/api/).
 */
final class QueryResponse {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String NAME_LABEL = "__name__";

  private QueryResponse() {}

  /** The version in an answer of {@code /api/v1/status/buildinfo}. */
  static String version(String body) throws OracleException {
    String version = data(body).path("version").asString("");
    if (version.isEmpty()) {
      throw new OracleException("the build information names no version");
    }
    return version;
  }

  /**
   * The series of an answer of type matrix. A result that has no metric name, as that of a sum, is
   * a series with an empty one.
   *
   * @throws OracleException with the API's error type and message, if it reports an error
   */
  static List<Series> matrix(String body) throws OracleException {
    JsonNode data = data(body);
    String type = data.path("resultType").asString("");
    if (!type.equals("matrix")) {
      throw new OracleException("expected a result of type matrix, got '" + type + "'");
    }
    List<Series> result = new ArrayList<>();
    for (JsonNode series : data.path("result")) {
      result.add(series(series));
    }
    return result;
  }

  private static JsonNode data(String body) throws OracleException {
    JsonNode response = tree(body);
    String status = response.path("status").asString("");
    return switch (status) {
      case "success" -> response.path("data");
      case "error" ->
          throw new OracleException(
              response.path("errorType").asString("") + ": " + response.path("error").asString(""));
      default ->
          throw new OracleException(
              "the answer has no status; does a Prometheus API serve this address?");
    };
  }

  private static JsonNode tree(String body) throws OracleException {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new OracleException(
          "the answer is not JSON; does a Prometheus API serve this address?", e);
    }
  }

  private static Series series(JsonNode node) throws OracleException {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode pair : node.path("values")) {
      samples.add(sample(pair));
    }
    return new Series(id(node.path("metric")), samples);
  }

  private static SeriesId id(JsonNode metric) {
    SortedMap<String, String> labels = new TreeMap<>();
    metric.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
    String name = labels.remove(NAME_LABEL);
    return new SeriesId(name == null ? "" : name, labels);
  }

  /** A pair of seconds, with three decimals, and the shortest text that reads back to the value. */
  private static Sample sample(JsonNode pair) throws OracleException {
    if (pair.size() != 2 || !pair.get(0).isNumber() || !pair.get(1).isString()) {
      throw new OracleException("expected a pair [seconds, \"value\"], got " + pair);
    }
    return new Sample(Math.round(pair.get(0).asDouble() * 1000), value(pair.get(1).asString()));
  }

  private static double value(String text) throws OracleException {
    try {
      return switch (text) {
        case "+Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw new OracleException("expected a number, got '" + text + "'", e);
    }
  }
}
