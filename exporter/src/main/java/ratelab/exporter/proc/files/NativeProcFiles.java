package ratelab.exporter.proc.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import ratelab.exporter.proc.libc.Errno;
import ratelab.exporter.proc.libc.Libc;

/** System calls below a descriptor of the root: no stream objects, no exceptions, no garbage. */
public final class NativeProcFiles implements ProcFiles {
  /** STATX_SIZE of linux/stat.h, and where in struct statx it is. */
  private static final int WANT_SIZE = 0x200;

  private static final int STATX_BYTES = 256;
  private static final int SIZE_AT = 40;

  private final Libc libc;
  private final DescriptorBudget budget;
  private final AtomicLong reads;
  private final boolean descriptorsAreSize;
  private final NativePath path = new NativePath();
  private final DirectoryReader directories;
  private final int root;
  private final MemorySegment statx = Arena.ofAuto().allocate(STATX_BYTES, Long.BYTES);
  private final FileBytes bytes = new FileBytes(BUFFER_BYTES);
  private final NumberedEntries descriptors = new NumberedEntries();
  private MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES);

  /**
   * Opens the root. Adds one to {@code reads} for every file and listing.
   *
   * @param libc used by no other thread
   */
  public NativeProcFiles(Libc libc, Path root, DescriptorBudget budget, AtomicLong reads)
      throws IOException {
    this.libc = libc;
    this.budget = budget;
    this.reads = reads;
    this.descriptorsAreSize = DescriptorCount.isSizeOfDirectory(root);
    this.directories = new DirectoryReader(libc);
    this.root = libc.openAt(Libc.WORKING_DIRECTORY, path.of(root.toString()));
    if (this.root < 0) throw new IOException(Errno.describe(-this.root));
  }

  @Override
  public FileBytes bytes() {
    return bytes;
  }

  @Override
  public int read(String relativePath) {
    return readAndClose(libc.openAt(root, path.of(relativePath)));
  }

  @Override
  public int read(TaskDirectory task, String file) {
    return readAndClose(open(task, file));
  }

  private int open(TaskDirectory task, String file) {
    return libc.openAt(root, path.of(task, file));
  }

  private int readAndClose(int descriptor) {
    if (descriptor < 0) return descriptor;
    int length = readKept(descriptor);
    libc.close(descriptor);
    return length;
  }

  @Override
  public int keep(TaskDirectory task, String file) {
    if (!budget.take(task.isThread())) return NOT_KEPT;
    int descriptor = open(task, file);
    if (descriptor < 0) budget.giveBack();
    return descriptor;
  }

  @Override
  public void release(int descriptor) {
    libc.close(descriptor);
    budget.giveBack();
  }

  /** The kernel fills the buffer if it can: less than that is the end, without asking again. */
  @Override
  public int readKept(int descriptor) {
    reads.incrementAndGet();
    int length = libc.pread(descriptor, buffer, 0);
    if (length == buffer.byteSize()) length = readOn(descriptor, length);
    if (length < 0) return length;
    byte[] array = bytes.array();
    MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, array, 0, length);
    bytes.show(array, length);
    return length;
  }

  private int readOn(int descriptor, int alreadyRead) {
    int length = alreadyRead;
    while (length < MAX_BYTES) {
      if (length == buffer.byteSize()) grow();
      int more = libc.pread(descriptor, buffer.asSlice(length), length);
      if (more <= 0) return more < 0 ? more : length;
      length += more;
    }
    return length;
  }

  private void grow() {
    MemorySegment larger = Arena.ofAuto().allocate(2 * buffer.byteSize());
    larger.copyFrom(buffer);
    buffer = larger;
    bytes.show(new byte[(int) larger.byteSize()], 0);
  }

  @Override
  public int listProcesses(NumberedEntries into) {
    return listKept(root, into);
  }

  @Override
  public int list(TaskDirectory task, String directory, NumberedEntries into) {
    int descriptor = open(task, directory);
    if (descriptor < 0) return descriptor;
    int count = listKept(descriptor, into);
    libc.close(descriptor);
    return count;
  }

  @Override
  public int listKept(int descriptor, NumberedEntries into) {
    reads.incrementAndGet();
    return directories.list(descriptor, into);
  }

  @Override
  public int countDescriptors(TaskDirectory process) {
    if (!descriptorsAreSize) return list(process, DescriptorCount.DIRECTORY, descriptors);
    reads.incrementAndGet();
    MemorySegment directory = path.of(process, DescriptorCount.DIRECTORY);
    int result = libc.statx(root, directory, WANT_SIZE, statx);
    return result < 0 ? result : (int) statx.get(ValueLayout.JAVA_LONG, SIZE_AT);
  }

  @Override
  public void close() {
    libc.close(root);
  }
}
