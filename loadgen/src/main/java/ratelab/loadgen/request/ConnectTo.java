package ratelab.loadgen.request;

/**
 * Connections meant for one address go to another, as curl's {@code --connect-to}; URL, Host header
 * and TLS name stay as they are.
 *
 * @param host of the URL; empty for any
 * @param port of the URL; 0 for any
 * @param toHost where to connect; empty for the URL's own
 * @param toPort where to connect; 0 for the URL's own
 */
public record ConnectTo(String host, int port, String toHost, int toPort) {
  /** Whether this concerns connections to the address. */
  public boolean concerns(String urlHost, int urlPort) {
    return (host.isEmpty() || host.equalsIgnoreCase(urlHost)) && (port == 0 || port == urlPort);
  }
}
