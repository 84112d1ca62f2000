package ratelab.loadgen.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import ratelab.loadgen.engine.ExchangeSettings;

/** Puts the requests of a run into bytes. Any thread may ask. */
final class Messages {
  private static final String LINE_END = "\r\n";

  private final ExchangeSettings settings;
  private final Supplier<SSLContext> tls;
  private final Map<HttpUrl, Origin> origins = new ConcurrentHashMap<>();
  private final Optional<Message> constant;

  /**
   * @param tls asked for only if a URL needs it, because it takes a while to get
   */
  Messages(ExchangeSettings settings, Supplier<SSLContext> tls) {
    this.settings = settings;
    this.tls = tls;
    this.constant = settings.requests().constant().map(this::message);
  }

  /** The request with this number. */
  Message message(long number) {
    return constant.isPresent() ? constant.get() : message(settings.requests().request(number));
  }

  /** This request. */
  Message message(Request request) {
    byte[] body = body(request.body());
    String head = requestLine(request) + headers(request, body.length);
    Optional<String> idHeader = settings.idHeader();
    return new Message(
        request,
        origin(request.url()),
        idHeader.isPresent(),
        bytes(head + idHeader.map(name -> name + ": ").orElse("")),
        bytes((idHeader.isPresent() ? LINE_END : "") + LINE_END),
        body);
  }

  private Origin origin(HttpUrl url) {
    HttpUrl key =
        new HttpUrl.Builder().scheme(url.scheme()).host(url.host()).port(url.port()).build();
    return origins.computeIfAbsent(key, any -> new Origin(any, settings.access(), tls));
  }

  private static String requestLine(Request request) {
    HttpUrl url = request.url();
    String query = url.encodedQuery() == null ? "" : "?" + url.encodedQuery();
    return request.method() + " " + url.encodedPath() + query + " HTTP/1.1" + LINE_END;
  }

  private String headers(Request request, int bodyBytes) {
    Headers given = request.headers();
    StringBuilder text = new StringBuilder();
    if (given.get("Host") == null) {
      line(text, "Host", hostAndPort(request.url()));
    }
    RequestBody body = request.body();
    if (body != null) {
      if (given.get("Content-Type") == null && body.contentType() != null) {
        line(text, "Content-Type", String.valueOf(body.contentType()));
      }
      line(text, "Content-Length", Integer.toString(bodyBytes));
    }
    for (int i = 0; i < given.size(); i++) {
      if (!replaced(given.name(i), body)) {
        line(text, given.name(i), given.value(i));
      }
    }
    return text.toString();
  }

  /** Headers that the body decides, and that of the attempt's number, are written by us. */
  private boolean replaced(String name, @Nullable RequestBody body) {
    boolean framing =
        name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding");
    return (body != null && framing)
        || settings.idHeader().filter(name::equalsIgnoreCase).isPresent();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append(LINE_END);
  }

  private static String hostAndPort(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  private static byte[] body(@Nullable RequestBody body) {
    Buffer content = new Buffer();
    if (body != null) {
      try {
        body.writeTo(content);
      } catch (IOException e) {
        throw new UncheckedIOException("a request body cannot be read", e);
      }
    }
    return content.readByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
