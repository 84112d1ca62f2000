package ratelab.exporter.proc.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.exporter.proc.libc.Libc;

class NumberedEntriesTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "1, 1", "4194304, 4194304", "2147483647, 2147483647", "2147483648, -1", "99999999999, -1",
    "'', -1", "self, -1", "1a, -1", "-1, -1", "., -1"
  })
  void only_numbers_are_names_of_processes(String name, int number) {
    assertThat(EntryName.number(name)).isEqualTo(number);
    assertThat(EntryName.number((name + "\0").getBytes(US_ASCII), 0)).isEqualTo(number);
  }

  @Test
  void are_sorted_with_their_inodes() {
    NumberedEntries entries = new NumberedEntries();
    for (int i = 1000; i > 0; i--) entries.add(i, 7L * i);
    entries.sort();
    assertThat(entries.numbers()).isSorted().hasSize(1000).startsWith(1, 2).endsWith(1000);
    assertThat(entries.inodes()).isSorted().startsWith(7, 14).endsWith(7000);
  }

  @Test
  void more_than_one_buffer_full_is_listed_with_the_inodes_of_the_files() throws IOException {
    List<Long> inodes = new ArrayList<>();
    for (int pid = 1; pid <= 3000; pid++) {
      Path directory = Files.createDirectory(root.resolve(Integer.toString(pid)));
      inodes.add((Long) Files.getAttribute(directory, "unix:ino"));
    }
    Files.createDirectory(root.resolve("sys"));
    NumberedEntries entries = new NumberedEntries();
    ProcFiles files =
        new NativeProcFiles(new Libc(), root, DescriptorBudget.none(), new AtomicLong());
    for (int again = 0; again < 2; again++) {
      assertThat(files.listProcesses(entries)).isEqualTo(3000);
      assertThat(entries.number(2999)).isEqualTo(3000);
      assertThat(entries.inodes()).containsExactly(inodes.toArray(Long[]::new));
    }
  }
}
