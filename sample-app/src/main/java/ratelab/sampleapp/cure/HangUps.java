package ratelab.sampleapp.cure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Sees that a client has hung up without taking anything out of its connection, which belongs to
 * the server: a socket that is ready to be read, yet holds no byte, is at its end or was reset.
 *
 * <p>A client that closes only its sending half looks the same, as it does to every server. One
 * that has sent more (a pipelined request) and then hung up is not seen: its bytes are in the way.
 */
final class HangUps implements AutoCloseable {
  private final Selector selector;

  HangUps() {
    try {
      selector = Selector.open();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot open a selector", failure);
    }
  }

  /** Whether the client has closed the connection, or it was lost. The channel is non-blocking. */
  synchronized boolean hasHungUp(SocketChannel client) {
    try {
      SelectionKey key = client.register(selector, SelectionKey.OP_READ);
      try {
        selector.selectNow();
        return key.isReadable() && client.socket().getInputStream().available() == 0;
      } finally {
        key.cancel();
        selector.selectNow(); // takes the cancelled key out
      }
    } catch (ClosedChannelException | CancelledKeyException closed) {
      return true;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look at a client's connection", failure);
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot close a selector", failure);
    }
  }
}
