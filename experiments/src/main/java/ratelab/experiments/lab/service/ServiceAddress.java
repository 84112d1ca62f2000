package ratelab.experiments.lab.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import ratelab.experiments.lab.ConnectionTable;
import ratelab.experiments.lab.LabException;

/**
 * Where a service answers.
 *
 * @param url its URL, by http or https
 */
record ServiceAddress(URI url) {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * Whether anything takes connections; how it answers is the calibration's question.
   *
   * @throws LabException if nothing does
   */
  void ensureReachable() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port()), CONNECT_MILLIS);
    } catch (IOException e) {
      throw new LabException(
          "nothing takes connections at " + url + " (" + e.getMessage() + "): check target.url", e);
    }
  }

  /** Of the service's network, if its process is known; else of this machine's, if it is here. */
  Optional<ConnectionTable> connections(Optional<ServiceProcess> process) {
    return process
        .map(found -> found.stat().pid())
        .or(() -> isHere() ? Optional.of(ProcessHandle.current().pid()) : Optional.empty())
        .map(ConnectionTable::new)
        .filter(ConnectionTable::isReadable);
  }

  int port() {
    if (url.getPort() > 0) {
      return url.getPort();
    }
    return "https".equals(url.getScheme()) ? HTTPS : HTTP;
  }

  private boolean isHere() {
    try {
      return InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
