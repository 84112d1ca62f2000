package ratelab.loadgen.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The bytes of a socket as they are. */
final class PlainStream implements ByteStream {
  private final SocketChannel channel;
  private boolean filled;

  PlainStream(SocketChannel channel) {
    this.channel = channel;
  }

  @Override
  public boolean establish() {
    return true;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    filled = !into.hasRemaining();
    return count;
  }

  @Override
  public boolean mayHaveMore() {
    return filled;
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    channel.write(from);
  }

  @Override
  public boolean hasUnsent() {
    return false;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Of no consequence: the descriptor is free all the same.
    }
  }
}
