package ratelab.exporter.http;

import java.util.Map;

/**
 * Limits of the JDK's server, which it reads once, before its first use, from system properties.
 * Without them a client that sends half a header keeps a thread for good, and every answer on a
 * kept-alive connection waits 40 ms for an acknowledgement.
 */
final class ServerLimits {
  /** Times are in seconds, but for timerMillis. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "sun.net.httpserver.nodelay", "true",
          "sun.net.httpserver.maxReqTime", "5",
          "sun.net.httpserver.maxRspTime", "30",
          "sun.net.httpserver.timerMillis", "1000",
          "sun.net.httpserver.maxIdleConnections", "16",
          "jdk.httpserver.maxConnections", "64");

  private ServerLimits() {}

  /** Sets what the user has not set with -D. */
  static void apply() {
    PROPERTIES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) System.setProperty(name, value);
        });
  }
}
