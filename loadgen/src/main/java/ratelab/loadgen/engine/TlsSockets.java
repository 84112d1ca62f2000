package ratelab.loadgen.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS over sockets that OkHttp has connected. The context behind it is made for the first of them,
 * because reading the authorities takes longer than a whole plain request; and the server's name
 * may be another than the URL's.
 */
final class TlsSockets extends SSLSocketFactory {
  private final Supplier<SSLSocketFactory> sockets;
  private final Optional<String> serverName;

  TlsSockets(Supplier<SSLSocketFactory> sockets, Optional<String> serverName) {
    this.sockets = sockets;
    this.serverName = serverName;
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    return sockets.get().createSocket(connected, serverName.orElse(host), port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.get().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.get().getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return sockets.get().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return sockets.get().createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return sockets.get().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return sockets.get().createSocket(host, port, from, fromPort);
  }
}
