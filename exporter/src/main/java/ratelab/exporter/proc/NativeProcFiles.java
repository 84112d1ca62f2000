package ratelab.exporter.proc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/** openat, pread, close below a descriptor of the root: no stream objects, no exceptions. */
final class NativeProcFiles implements ProcFiles {
  private static final int ENOENT = 2;
  private static final int ESRCH = 3;
  private static final int PATH_BYTES = 4096;

  private final Libc libc;
  private final int root;
  private final MemorySegment path = Arena.ofAuto().allocate(PATH_BYTES);
  private MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES);
  private byte[] bytes = new byte[BUFFER_BYTES];

  NativeProcFiles(Libc libc, Path root) throws IOException {
    this.libc = libc;
    path.setString(0, root.toString());
    this.root = libc.openAt(Libc.WORKING_DIRECTORY, path);
    if (this.root < 0) throw new IOException(Errno.describe(-this.root));
  }

  @Override
  public Outcome<FileBytes> read(String relativePath) {
    path.setString(0, relativePath);
    int descriptor = libc.openAt(root, path);
    if (descriptor < 0) return failure(relativePath, -descriptor);
    try {
      int length = readAll(descriptor);
      return length < 0 ? failure(relativePath, -length) : found(length);
    } finally {
      libc.close(descriptor);
    }
  }

  private int readAll(int descriptor) {
    int length = 0;
    while (true) {
      long n = libc.pread(descriptor, buffer.asSlice(length), length);
      if (n <= 0) return n < 0 ? (int) n : length;
      length += (int) n;
      if (length < buffer.byteSize()) continue;
      if (length >= MAX_BYTES) return length;
      grow(length);
    }
  }

  private void grow(int length) {
    MemorySegment larger = Arena.ofAuto().allocate(2L * length);
    larger.copyFrom(buffer);
    buffer = larger;
    bytes = new byte[2 * length];
  }

  private Outcome<FileBytes> found(int length) {
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
    return new Outcome.Found<>(new FileBytes(bytes, length));
  }

  private static Outcome<FileBytes> failure(String path, int errno) {
    return errno == ENOENT || errno == ESRCH
        ? new Outcome.Gone<>()
        : new Outcome.Failed<>(path + ": " + Errno.describe(errno));
  }

  @Override
  public void close() {
    libc.close(root);
  }
}
