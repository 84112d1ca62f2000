package ratelab.exporter.proc.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import ratelab.exporter.proc.libc.Errno;

/** The plain fallback: works wherever Java does, and keeps nothing open. */
public final class NioProcFiles implements ProcFiles {
  private final Path root;
  private final AtomicLong reads;
  private final boolean descriptorsAreSize;
  private final FileBytes bytes = new FileBytes(0);
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  /** Adds one to {@code reads} for every file and listing. */
  public NioProcFiles(Path root, AtomicLong reads) {
    this.root = root;
    this.reads = reads;
    this.descriptorsAreSize = DescriptorCount.isSizeOfDirectory(root);
  }

  @Override
  public FileBytes bytes() {
    return bytes;
  }

  @Override
  public int read(TaskDirectory task, String file) {
    return read(task.path(file));
  }

  @Override
  public int read(String path) {
    reads.incrementAndGet();
    Path file = root.resolve(path);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      readAll(channel);
      bytes.show(buffer.array(), buffer.position());
      return bytes.length();
    } catch (IOException e) {
      return -IoErrno.of(e, file);
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

  @Override
  public int listProcesses(NumberedEntries into) {
    return list(root, into);
  }

  @Override
  public int list(TaskDirectory task, String directory, NumberedEntries into) {
    return list(root.resolve(task.path(directory)), into);
  }

  private int list(Path directory, NumberedEntries into) {
    reads.incrementAndGet();
    into.clear();
    String[] names = directory.toFile().list();
    if (names == null) return -whyNotListed(directory);
    for (String name : names) {
      int number = EntryName.number(name);
      if (number >= 0) into.add(number, 0);
    }
    into.sort();
    return into.size();
  }

  private static int whyNotListed(Path directory) {
    if (Files.notExists(directory)) return Errno.NO_FILE;
    return Files.isReadable(directory) ? Errno.INPUT_OUTPUT : Errno.ACCESS_DENIED;
  }

  @Override
  public int countDescriptors(TaskDirectory process) {
    if (!descriptorsAreSize) return list(process, DescriptorCount.DIRECTORY, new NumberedEntries());
    reads.incrementAndGet();
    Path directory = root.resolve(process.path(DescriptorCount.DIRECTORY));
    try {
      return (int) Files.size(directory);
    } catch (IOException e) {
      return -IoErrno.of(e, directory);
    }
  }

  @Override
  public int keep(TaskDirectory task, String file) {
    return NOT_KEPT;
  }

  @Override
  public int readKept(int descriptor) {
    throw keepsNothing();
  }

  @Override
  public int listKept(int descriptor, NumberedEntries into) {
    throw keepsNothing();
  }

  @Override
  public void release(int descriptor) {
    throw keepsNothing();
  }

  private static IllegalStateException keepsNothing() {
    return new IllegalStateException("this reader has kept nothing open");
  }

  @Override
  public void close() {}
}
