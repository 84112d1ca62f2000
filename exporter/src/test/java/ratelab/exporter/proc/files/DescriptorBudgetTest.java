package ratelab.exporter.proc.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.libc.Errno;
import ratelab.exporter.proc.libc.Libc;

class DescriptorBudgetTest {
  @TempDir Path root;

  @BeforeEach
  void tree() throws IOException {
    for (int pid : List.of(10, 11, 12)) {
      Files.createDirectories(root.resolve(pid + "/task/" + pid));
      Files.writeString(root.resolve(pid + "/statm"), pid + " 0\n");
      Files.writeString(root.resolve(pid + "/task/" + pid + "/stat"), pid + " (x)\n");
    }
  }

  @Test
  void over_it_files_are_read_by_their_paths() throws IOException {
    ProcFiles files = files(new DescriptorBudget(2));
    List<KeptFile> kept =
        IntStream.of(10, 11, 12)
            .mapToObj(pid -> new KeptFile(files, TaskDirectory.ofProcess(pid), "statm"))
            .toList();
    for (KeptFile file : kept) {
      assertThat(file.read()).isEqualTo("10 0\n".length());
    }
    assertThat(files.bytes().text(0, 2)).isEqualTo("12");
    assertThat(kept).extracting(KeptFile::isKept).containsExactly(true, true, false);
  }

  @Test
  void what_is_closed_or_could_not_be_opened_takes_nothing_of_it() throws IOException {
    ProcFiles files = files(new DescriptorBudget(1));
    KeptFile missing = new KeptFile(files, TaskDirectory.ofProcess(99), "statm");
    assertThat(missing.read()).isEqualTo(-Errno.NO_FILE);
    for (int pid : List.of(10, 11, 12)) {
      KeptFile file = new KeptFile(files, TaskDirectory.ofProcess(pid), "statm");
      assertThat(file.read()).isPositive();
      assertThat(file.isKept()).isTrue();
      file.close();
      assertThat(file.isKept()).isFalse();
    }
  }

  @Test
  void threads_leave_half_of_it_to_processes() throws IOException {
    ProcFiles files = files(new DescriptorBudget(4));
    List<KeptFile> threads =
        IntStream.of(10, 11, 12)
            .mapToObj(pid -> new KeptFile(files, new TaskDirectory(pid, pid), "stat"))
            .toList();
    threads.forEach(thread -> assertThat(thread.read()).isPositive());
    assertThat(threads).extracting(KeptFile::isKept).containsExactly(true, true, false);
    KeptFile process = new KeptFile(files, TaskDirectory.ofProcess(12), "statm");
    assertThat(process.read()).isPositive();
    assertThat(process.isKept()).isTrue();
  }

  private ProcFiles files(DescriptorBudget budget) throws IOException {
    return new NativeProcFiles(new Libc(), root, budget, new AtomicLong());
  }
}
