package ratelab.exporter.page;

import java.util.Map;

/** What to send to the client: the body as text, in UTF-8, and the headers that belong to it. */
public record PageAnswer(int status, String contentType, Map<String, String> headers, String body) {
  static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  public PageAnswer {
    headers = Map.copyOf(headers);
  }

  static PageAnswer json(String body) {
    return new PageAnswer(
        OK,
        "application/json",
        Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"),
        body);
  }

  static PageAnswer badRequest(String reason) {
    return new PageAnswer(
        BAD_REQUEST,
        "text/plain; charset=utf-8",
        Map.of("X-Content-Type-Options", "nosniff"),
        reason + "\n");
  }
}
