package ratelab.experiments.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InYourTestsDocTest {
  @Test
  void the_documented_example_is_the_test_that_the_build_runs() throws IOException {
    String example =
        Files.readString(
            Path.of("src/test/java/ratelab/experiments/junit/example/MyServiceIT.java"));
    assertThat(Files.readString(Path.of("docs/in-your-tests.md"))).contains(example);
  }
}
