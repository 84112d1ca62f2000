package ratelab.exporter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** A complete answer. */
public final class Answer {
  public static final String HTML = "text/html; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";

  private final int status;
  private final String contentType;
  private final byte[] body;

  private Answer(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  /**
   * An answer whose body is text.
   *
   * @param status of HTTP, such as 200
   * @param contentType such as {@link #HTML}
   */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, contentType, body.getBytes(UTF_8));
  }

  /** Sends it; to a HEAD request only what comes before the body. */
  public void send(HttpExchange exchange) throws IOException {
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
    if (!isHead && body.length > 0) exchange.getResponseBody().write(body);
  }
}
