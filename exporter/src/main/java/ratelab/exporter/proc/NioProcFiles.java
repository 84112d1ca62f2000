package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The plain fallback: works wherever Java does. */
final class NioProcFiles implements ProcFiles {
  private final Path root;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  NioProcFiles(Path root) {
    this.root = root;
  }

  @Override
  public Outcome<FileBytes> read(String path) {
    Path file = root.resolve(path);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      readAll(channel);
      return new Outcome.Found<>(new FileBytes(buffer.array(), buffer.position()));
    } catch (NoSuchFileException e) {
      return new Outcome.Gone<>();
    } catch (IOException e) {
      return gone(file) ? new Outcome.Gone<>() : new Outcome.Failed<>(path + ": " + reason(e));
    }
  }

  private void readAll(FileChannel channel) throws IOException {
    buffer.clear();
    while (channel.read(buffer) > 0) {
      if (!buffer.hasRemaining() && buffer.capacity() < MAX_BYTES) grow();
    }
  }

  private void grow() {
    int position = buffer.position();
    buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), buffer.capacity() * 2));
    buffer.position(position);
  }

  /** Reading a file of a reaped process gives ESRCH, which nio does not tell from other errors. */
  private static boolean gone(Path file) {
    Path directory = file.getParent();
    return directory != null && Files.notExists(directory);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  @Override
  public void close() {}
}
