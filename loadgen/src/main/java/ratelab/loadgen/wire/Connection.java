package ratelab.loadgen.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import ratelab.loadgen.record.Attempt;

/** One connection and what its selector shall watch for. */
final class Connection {
  private final Origin origin;
  private final SocketAddress address;
  private final SocketChannel channel;
  private final ByteStream stream;
  private final SelectionKey key;
  private boolean connected;
  private int watched;
  private int localPort = Attempt.NO_PORT;

  /**
   * Begins to connect; never blocks.
   *
   * @param attachment what the selector's keys carry
   */
  Connection(Origin origin, SocketAddress address, Selector selector, Object attachment)
      throws IOException {
    this.origin = origin;
    this.address = address;
    channel =
        address instanceof InetSocketAddress
            ? SocketChannel.open()
            : SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.configureBlocking(false);
      if (address instanceof InetSocketAddress) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      PlainStream plain = new PlainStream(channel);
      stream = origin.usesTls() ? new TlsStream(plain, origin.tlsEngine()) : plain;
      key = channel.register(selector, 0, attachment);
      connected = connect();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private boolean connect() throws IOException {
    try {
      return channel.connect(address);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Whether there is a connection, on which TLS may still have to be agreed on. */
  boolean isConnected() {
    return connected;
  }

  private IOException failed(IOException e) {
    ConnectException failure = new ConnectException("Failed to connect to " + address);
    failure.initCause(e);
    return failure;
  }

  /** Whether it carries requests to this origin. */
  boolean leadsTo(Origin other) {
    return origin.equals(other);
  }

  /**
   * Goes on with connecting and agreeing on TLS.
   *
   * @return whether the connection can be used
   */
  boolean establish() throws IOException {
    if (!connected && !finishConnect()) {
      watch(SelectionKey.OP_CONNECT);
      return false;
    }
    connected = true;
    boolean established = stream.establish();
    watchForResponse(false);
    if (established && channel.getLocalAddress() instanceof InetSocketAddress local) {
      localPort = local.getPort();
    }
    return established;
  }

  private boolean finishConnect() throws IOException {
    try {
      return channel.finishConnect();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** As {@link ByteStream#read}. */
  int read(ByteBuffer into) throws IOException {
    return stream.read(into);
  }

  /** As {@link ByteStream#mayHaveMore}. */
  boolean mayHaveMore() {
    return stream.mayHaveMore();
  }

  /** Takes as many bytes as it can. */
  void write(ByteBuffer from) throws IOException {
    stream.write(from);
  }

  /** Whether bytes that it took are still here. */
  boolean hasUnsent() {
    return stream.hasUnsent();
  }

  /**
   * Watches for bytes to read, and for room to write.
   *
   * @param moreToWrite whether the caller has bytes that did not fit
   */
  void watchForResponse(boolean moreToWrite) {
    boolean write = moreToWrite || stream.hasUnsent();
    watch(write ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  private void watch(int operations) {
    if (operations != watched) {
      watched = operations;
      key.interestOps(operations);
    }
  }

  /** The client's port; {@link Attempt#NO_PORT} where there are no ports. */
  int localPort() {
    return localPort;
  }

  void close() {
    stream.close();
  }
}
