package ratelab.sampleapp;

import io.javalin.http.Context;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The way from a request to the connection on which it came. */
final class ClientConnection {
  private ClientConnection() {}

  static SocketChannel of(Context context) {
    Object transport =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint()
            .getTransport();
    if (transport instanceof SocketChannel channel) {
      return channel;
    }
    throw new IllegalStateException("not a plain TCP connection: " + transport);
  }
}
