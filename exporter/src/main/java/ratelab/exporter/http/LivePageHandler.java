package ratelab.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import ratelab.exporter.page.LivePage;
import ratelab.exporter.page.PageAnswer;

/** Serves the page and its data at the paths of {@link LivePage#PATHS}, for reading only. */
public final class LivePageHandler implements HttpHandler {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final int WRONG_METHOD = 405;
  private static final int NO_BODY = -1;

  private final LivePage page;

  public LivePageHandler(LivePage page) {
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!READING.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      exchange.sendResponseHeaders(WRONG_METHOD, NO_BODY);
      return;
    }
    URI uri = exchange.getRequestURI();
    PageAnswer answer = page.answer(uri.getPath(), uri.getRawQuery());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), isHead ? NO_BODY : body.length);
    if (!isHead) exchange.getResponseBody().write(body);
  }
}
