package ratelab.experiments.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ratelab.experiments.scenario.LogPattern;

/**
 * A service's own access log, read by a stated pattern. Times are epoch seconds or milliseconds,
 * ISO 8601 with an offset, or as web servers write them by default ({@code 25/Sep/2026:08:17:52
 * +0000}).
 *
 * @param file its path
 * @param pattern how to read a line
 * @param fromByte where in the file to begin; what stands before is of no interest
 */
public record AccessLog(Path file, LogPattern pattern, long fromByte) {
  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
  // Seconds have ten digits before the point from 2001 to 2286, milliseconds thirteen.
  private static final double FIRST_MILLIS = 1e11;

  /**
   * Reads the whole lines so far; those that the pattern does not fit are other messages.
   *
   * @throws RecordingException if the file is missing, or a line that fits does not hold what the
   *     pattern promises
   */
  public List<HandledRequest> read() {
    Pattern compiled = pattern.compile();
    return lines().map(compiled::matcher).filter(Matcher::find).map(this::request).toList();
  }

  private Stream<String> lines() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      // A log that has been cut since begins anew.
      long from = log.length() < fromByte ? 0 : fromByte;
      byte[] bytes = new byte[Math.toIntExact(log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines();
    } catch (IOException e) {
      throw new RecordingException(file + ": cannot be read (" + e + "); name a readable log", e);
    }
  }

  private HandledRequest request(Matcher found) {
    try {
      double end = epochMillis(found.group("time"));
      double length =
          group(found, "seconds").map(s -> Numbers.parse(s) * 1000).orElse(0.0)
              + group(found, "millis").map(Numbers::parse).orElse(0.0);
      return new HandledRequest(
          group(found, "id").filter(id -> !id.equals("-")).orElse(""),
          group(found, "port")
              .map(port -> OptionalInt.of(Integer.parseInt(port)))
              .orElse(OptionalInt.empty()),
          end - length,
          end,
          OptionalLong.empty());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new RecordingException(
          "%s: the pattern fits '%s', which does not hold what it promises: %s"
              .formatted(file, found.group(), e.getMessage()),
          e);
    }
  }

  private static Optional<String> group(Matcher found, String name) {
    return found.namedGroups().containsKey(name)
        ? Optional.ofNullable(found.group(name))
        : Optional.empty();
  }

  private static double epochMillis(String text) {
    if (text.matches("\\d+(\\.\\d+)?")) {
      double number = Double.parseDouble(text);
      return number < FIRST_MILLIS ? number * 1000 : number;
    }
    Instant instant =
        text.contains("/")
            ? OffsetDateTime.parse(text, COMMON_LOG).toInstant()
            : OffsetDateTime.parse(text).toInstant();
    return instant.getEpochSecond() * 1000.0 + instant.getNano() / 1e6;
  }
}
