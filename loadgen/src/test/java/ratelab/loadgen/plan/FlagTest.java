package ratelab.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FlagTest {
  @ParameterizedTest
  @EnumSource
  void every_flag_has_a_row_in_the_readme(Flag flag) throws IOException {
    String argument = flag.isSwitch() ? "" : " " + flag.argument();

    assertThat(Files.readAllLines(Path.of("README.md")))
        .filteredOn(line -> line.startsWith("| `" + flag.spelling() + argument + "` |"))
        .hasSize(1);
  }
}
