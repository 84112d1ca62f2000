package ratelab.loadgen.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/** The request that every attempt sends: the URL, -m -d -D and the headers. */
final class RequestFlags {
  private static final List<String> METHODS_WITHOUT_BODY = List.of("GET", "HEAD");
  private static final List<String> METHODS_WITH_BODY =
      List.of("POST", "PUT", "PATCH", "PROPPATCH", "QUERY", "REPORT");

  private RequestFlags() {}

  static Request request(FlagValues flags, String userAgent) throws BadUsage {
    HttpUrl url = url(flags.rest());
    String method = method(flags);
    Optional<ByteString> body = body(flags);
    if (body.isPresent() && METHODS_WITHOUT_BODY.contains(method)) {
      throw BadUsage.senseless("-d and -D: " + method + " cannot carry a body here; add -m POST");
    }
    boolean bodied = body.isPresent() || METHODS_WITH_BODY.contains(method);
    return new Request.Builder()
        .url(url)
        .headers(HeaderFlags.headers(flags, userAgent, body.isPresent()))
        .method(method, bodied ? RequestBody.create(body.orElse(ByteString.EMPTY), null) : null)
        .build();
  }

  private static HttpUrl url(List<String> rest) throws BadUsage {
    if (rest.size() != 1) {
      throw BadUsage.senseless(
          rest.isEmpty()
              ? "no URL; give one, like http://127.0.0.1:3000/"
              : "one URL expected, but got " + String.join(" ", rest));
    }
    try {
      return HttpUrl.get(rest.getFirst());
    } catch (IllegalArgumentException e) {
      throw BadUsage.senseless(
          "URL '" + rest.getFirst() + "': " + e.getMessage() + "; write http://host:port/path");
    }
  }

  private static String method(FlagValues flags) throws BadUsage {
    String method = flags.text(Flag.METHOD).orElse("GET").toUpperCase(Locale.ROOT);
    if (!HttpToken.matches(method)) {
      throw BadUsage.senseless("-m '" + method + "': not a method; use a word like GET or POST");
    }
    return method;
  }

  private static Optional<ByteString> body(FlagValues flags) throws BadUsage {
    Optional<String> text = flags.text(Flag.BODY).filter(body -> !body.isEmpty());
    Optional<String> file = flags.text(Flag.BODY_FILE);
    if (text.isPresent() && file.isPresent()) {
      throw BadUsage.senseless("-d and -D exclude each other; give one of them");
    }
    if (file.isEmpty()) {
      return text.map(ByteString::encodeUtf8);
    }
    try {
      return Optional.of(ByteString.of(Files.readAllBytes(Path.of(file.get()))));
    } catch (NoSuchFileException e) {
      throw BadUsage.senseless("-D " + file.get() + ": there is no such file");
    } catch (IOException e) {
      throw BadUsage.senseless("-D " + file.get() + ": cannot be read (" + e + ")");
    }
  }
}
