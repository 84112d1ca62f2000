package ratelab.exporter.http;

import java.util.Map;

/**
 * Limits of the JDK's server, which it reads once, before its first use, from system properties.
 * They are for connections on which nothing happens; {@link ExchangeThreads} looks after the
 * others.
 */
final class ServerLimits {
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          // Else every answer on a kept connection waits 40 ms for an acknowledgement.
          Map.entry("sun.net.httpserver.nodelay", "true"),
          // Connections in all; the server closes any further one at once, whoever it is.
          Map.entry("jdk.httpserver.maxConnections", "512"),
          // Seconds for a new connection until its first byte.
          Map.entry("sun.net.httpserver.maxReqTime", "6"),
          // Seconds that a connection is kept after an answer: longer than scrapes are apart, as a
          // handshake costs more than a scrape.
          Map.entry("sun.net.httpserver.idleInterval", "150"),
          Map.entry("sun.net.httpserver.maxIdleConnections", "32"),
          // Milliseconds between two looks at idle connections.
          Map.entry("sun.net.httpserver.clockTick", "1000"),
          // Characters and lines; Prometheus sends some 300 in 6.
          Map.entry("sun.net.httpserver.maxReqHeaderSize", "16384"),
          Map.entry("sun.net.httpserver.maxReqHeaders", "100"));

  private ServerLimits() {}

  /** Sets what the user has not set with -D. */
  static void apply() {
    PROPERTIES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) System.setProperty(name, value);
        });
  }
}
