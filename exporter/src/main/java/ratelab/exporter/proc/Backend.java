package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import ratelab.exporter.proc.files.DescriptorBudget;
import ratelab.exporter.proc.files.NativeProcFiles;
import ratelab.exporter.proc.files.NioProcFiles;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.libc.Libc;
import ratelab.exporter.proc.libc.NativeAccess;

/**
 * By what means a procfs is read.
 *
 * @param reads files and listings read until now, by all readers
 */
record Backend(
    Path root,
    ProcFiles files,
    MoreFiles more,
    CpuClock clock,
    IntToLongFunction softLimitByPid,
    AtomicLong reads) {

  /** Makes a reader with buffers of its own. */
  interface MoreFiles {
    ProcFiles open() throws IOException;
  }

  static Backend plain(Path root, CpuClock clock) {
    AtomicLong reads = new AtomicLong();
    MoreFiles more = () -> new NioProcFiles(root, reads);
    return new Backend(
        root, new NioProcFiles(root, reads), more, clock, DescriptorLimits.NO_CALL, reads);
  }

  /**
   * Native calls where they are allowed; those that take pids only where pids mean the same to this
   * process as to the procfs.
   */
  static Backend best(Path root) throws IOException {
    if (!NativeAccess.isPermitted()) {
      return plain(
          root,
          new CpuClock.Missing(
              "native access is off; on 64-bit Linux start with"
                  + " --enable-native-access=ALL-UNNAMED"));
    }
    Libc libc = new Libc();
    AtomicLong reads = new AtomicLong();
    MoreFiles more = () -> new NativeProcFiles(new Libc(), root, DescriptorBudget.none(), reads);
    ProcFiles files = new NativeProcFiles(libc, root, DescriptorBudget.ofThisProcess(libc), reads);
    if (SystemFiles.isOfThisNamespace(files)) {
      return new Backend(
          root, files, more, new NativeCpuClock(libc), new NativeLimits(libc), reads);
    }
    CpuClock none = new CpuClock.Missing(root + " shows the processes of another pid namespace");
    return new Backend(root, files, more, none, DescriptorLimits.NO_CALL, reads);
  }

  ProcFiles moreFiles() throws IOException {
    return more.open();
  }
}
