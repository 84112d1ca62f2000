package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.file.Path;
import ratelab.exporter.proc.files.IoErrno;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;
import ratelab.exporter.proc.libc.Errno;

/**
 * Reads what a process shares of its memory, for which the kernel walks over all its pages: tens of
 * microseconds for a small process, seconds for one of hundreds of gigabytes. Has files and buffers
 * of its own, so that one thread may wait here while another reads the rest.
 */
public final class ProportionalReader implements AutoCloseable {
  private static final ProportionalBytes NO_MEMORY = new ProportionalBytes(0, 0);
  private static final String ROLLUP = "smaps_rollup";
  private static final String MAPPINGS = "smaps";

  /** A process may become another program each time just between opening and reading. */
  private static final int ATTEMPTS = 3;

  private final Path root;
  private final ProcFiles files;

  ProportionalReader(Path root, ProcFiles files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Reads {@code smaps_rollup}, or adds up {@code smaps} where the kernel, before 4.14, has none.
   * Kernel threads and zombies have no memory, and that is 0.
   */
  public Outcome<ProportionalBytes> read(ProcessId id) {
    TaskDirectory process = TaskDirectory.ofProcess(id.pid());
    Outcome<ProportionalBytes> outcome = attempt(process, id);
    for (int i = 1; i < ATTEMPTS && outcome instanceof Outcome.Failed; i++) {
      outcome = attempt(process, id);
    }
    return outcome;
  }

  /** stat comes last: its start time proves that the memory was the same process's. */
  private Outcome<ProportionalBytes> attempt(TaskDirectory process, ProcessId id) {
    Outcome<ProportionalBytes> memory = memory(process);
    return stat(process)
        .then(
            stat -> {
              if (!stat.id().equals(id)) return new Outcome.Gone<>();
              if (!(memory instanceof Outcome.Gone)) return memory;
              return stat.virtualBytes() == 0
                  ? new Outcome.Found<>(NO_MEMORY)
                  : new Outcome.Failed<>(process.path(ROLLUP) + " is not there to be read");
            });
  }

  /** {@code Gone} also if the process is there and has no memory. */
  private Outcome<ProportionalBytes> memory(TaskDirectory process) {
    int length = files.read(process, ROLLUP);
    if (length > 0) return SmapsParser.rollup(process, files.bytes());
    if (length == -Errno.NO_FILE) return sumOfMappings(process);
    return length == 0 ? new Outcome.Gone<>() : Unread.because(length, process, ROLLUP);
  }

  private Outcome<ProportionalBytes> sumOfMappings(TaskDirectory process) {
    Path smaps = root.resolve(process.path(MAPPINGS));
    try {
      return new Outcome.Found<>(SmapsParser.sum(smaps));
    } catch (IOException e) {
      return Unread.because(-IoErrno.of(e, smaps), process, MAPPINGS);
    }
  }

  private Outcome<Stat> stat(TaskDirectory process) {
    int length = files.read(process, "stat");
    return length < 0
        ? Unread.because(length, process, "stat")
        : StatParser.parse(process, files.bytes(), "");
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
