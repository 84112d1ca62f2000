package ratelab.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/**
 * Finds the page of a request by its exact path; any other path is 404. A page need not close the
 * exchange, catch its own failures or ask for credentials: {@link FrontDoor} does.
 *
 * @param pages by path, such as {@code /metrics}
 */
public record Routes(Map<String, HttpHandler> pages) {
  private static final Answer NOT_FOUND = Answer.of(404, Answer.TEXT, "Not found.\n");

  public Routes {
    pages = Map.copyOf(pages);
  }

  void handle(HttpExchange exchange) throws IOException {
    pages.getOrDefault(exchange.getRequestURI().getPath(), NOT_FOUND::send).handle(exchange);
  }
}
