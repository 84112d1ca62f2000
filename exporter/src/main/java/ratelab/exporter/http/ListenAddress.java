package ratelab.exporter.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where to listen, as Go programs spell it: {@code :9256} is every interface, {@code [::1]:9256} an
 * IPv6 address, port 0 a free one.
 *
 * @param host empty for every interface
 */
public record ListenAddress(String host, int port) {
  private static final int MAX_PORT = 65535;

  /**
   * Parses HOST:PORT.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static ListenAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) throw notAnAddress(text);
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (!bracketed && host.contains(":")) throw notAnAddress(text);
    return new ListenAddress(
        bracketed ? host.substring(1, host.length() - 1) : host,
        port(text, text.substring(colon + 1)));
  }

  private static int port(String text, String port) {
    try {
      int number = Integer.parseInt(port);
      if (number >= 0 && number <= MAX_PORT) return number;
    } catch (NumberFormatException e) {
      // Answered below, as a number out of range is.
    }
    throw notAnAddress(text);
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is no address to listen on; expected HOST:PORT, such as 127.0.0.1:9256");
  }

  InetSocketAddress resolve() throws UnknownHostException {
    return host.isEmpty()
        ? new InetSocketAddress(port)
        : new InetSocketAddress(InetAddress.getByName(host), port);
  }

  /** The URL of this address, with the port that was really bound. */
  String url(String scheme, int boundPort) {
    String shown = host.isEmpty() ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return scheme + "://" + shown + ":" + boundPort;
  }
}
