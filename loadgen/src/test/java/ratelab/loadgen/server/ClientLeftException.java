package ratelab.loadgen.server;

import java.io.IOException;

/** The client ended the connection while the server was still answering. */
final class ClientLeftException extends IOException {
  private static final long serialVersionUID = 1;

  ClientLeftException(IOException cause) {
    super("the client has left", cause);
  }
}
