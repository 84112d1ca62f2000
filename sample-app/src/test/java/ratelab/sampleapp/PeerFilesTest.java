package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PeerFilesTest {
  private static final Path PEERS = Path.of("peers");

  /**
   * Whoever takes the peers out of the jar goes by the list, because a jar has no folders to list.
   */
  @Test
  void files_txt_lists_every_file_of_the_peers() throws IOException {
    Path list = PEERS.resolve("files.txt");
    try (var found = Files.walk(PEERS)) {
      assertThat(
              found
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.equals(list))
                  .map(file -> PEERS.relativize(file).toString())
                  .sorted())
          .isEqualTo(Files.readAllLines(list));
    }
  }
}
