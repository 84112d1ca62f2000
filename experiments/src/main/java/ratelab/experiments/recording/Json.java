package ratelab.experiments.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import ratelab.experiments.scenario.Durations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON in a run directory: records by the names of their components, durations in Go's syntax,
 * enums in kebab case, unknown as {@code null}. A missing or unknown key is an error, never a 0.
 */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enumNamingStrategy((config, type, name) -> kebab(name))
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(
              new SimpleModule()
                  .addSerializer(new DurationWriter())
                  .addDeserializer(Duration.class, new DurationReader())
                  .addSerializer(Double.TYPE, new DoubleWriter()))
          .build();

  private static final PrettyPrinter PRETTY =
      new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER));

  private Json() {}

  static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static String page(Object value) {
    return MAPPER.writer().with(PRETTY).writeValueAsString(value) + "\n";
  }

  /**
   * Reads a file that holds one value with a key {@code format}.
   *
   * @param format the newest that is known; a newer one is refused before anything else of it is
   *     looked at
   */
  static <T> T readPage(Path file, Class<T> type, int format) {
    String text = TextFile.text(file);
    Function<JacksonException, String> at = e -> file + line(e);
    checkFormat(checked(() -> MAPPER.readTree(text), at), format, file.toString());
    return checked(() -> MAPPER.readValue(text, type), at);
  }

  /**
   * Reads a value from one line of a file.
   *
   * @param at file and line
   */
  static <T> T readLine(String line, Class<T> type, String at) {
    return checked(() -> MAPPER.readValue(line, type), e -> at);
  }

  /** Reads a value from what was read of one line. */
  static <T> T value(JsonNode line, Class<T> type, String at) {
    return checked(() -> MAPPER.treeToValue(line, type), e -> at);
  }

  static ObjectNode object(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Refuses a value without format or of a newer one. */
  static void checkFormat(JsonNode value, int known, String at) {
    JsonNode format = value.path("format");
    if (!format.isIntegralNumber()) {
      throw RecordingException.damaged(at, "the key format is missing");
    }
    if (format.asLong() > known) throw RecordingException.newer(at, format.asLong(), known);
  }

  private static String kebab(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> T checked(Supplier<T> reading, Function<JacksonException, String> at) {
    try {
      return reading.get();
    } catch (DatabindException e) {
      throw RecordingException.damaged(at.apply(e), path(e) + cause(e));
    } catch (JacksonException e) {
      throw RecordingException.damaged(at.apply(e), "expected JSON, which goes wrong here");
    }
  }

  private static String cause(DatabindException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> "the key is unknown";
      case MismatchedInputException misfit when misfit.getTargetType() != null ->
          "missing, or not of type " + misfit.getTargetType().getSimpleName();
      default -> String.valueOf(e.getOriginalMessage());
    };
  }

  private static String path(DatabindException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() != null ? step.getPropertyName() : "" + step.getIndex())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : path + ": ";
  }

  private static String line(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1 ? "" : ":" + location.getLineNr();
  }

  private static final class DurationWriter extends StdSerializer<Duration> {
    DurationWriter() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator out, SerializationContext context) {
      out.writeString(Durations.print(value));
    }
  }

  private static final class DurationReader extends StdDeserializer<Duration> {
    DurationReader() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) {
      String text = in.getString();
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        return (Duration)
            context.handleWeirdStringValue(Duration.class, text, "write it like 5s or 250ms");
      }
    }
  }

  /** Epoch times without an exponent. */
  private static final class DoubleWriter extends StdSerializer<Double> {
    DoubleWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      out.writeNumber(Numbers.decimal(value));
    }
  }
}
