package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.forecast.LoadCounts;
import ratelab.experiments.recording.LoadResult;

class LoadReportTest {
  @TempDir private Path directory;

  @Test
  void reads_what_the_load_generator_writes() throws IOException {
    LoadReport report =
        read(
            """
            {
              "format" : 1,
              "startedMillis" : 1795384278574.207,
              "stopMillis" : 1795384281574.207,
              "endedMillis" : 1795384282524.861,
              "sent" : 153,
              "answered" : 3,
              "timedOut" : 140,
              "errors" : { "connect" : 4, "reset" : 5 },
              "inFlightAtEnd" : [ { "id" : 153, "ageMillis" : 12.5 } ]
            }
            """);
    assertThat(report)
        .isEqualTo(
            new LoadReport(
                1795384278574L, 1795384281574L, 1795384282525L, new LoadResult(153, 3, 140, 9, 1)));
    assertThat(report.counts())
        .isEqualTo(new LoadCounts(153, 3, 140, 1795384278574L, 1795384281574L, 1795384282525L));
  }

  @Test
  void names_the_file_that_says_something_else() {
    assertThatThrownBy(() -> read("{}"))
        .isInstanceOf(LabException.class)
        .hasMessageStartingWith(
            "cannot read what the load generator wrote to " + directory.resolve("loadgen.json"));
  }

  private LoadReport read(String json) throws IOException {
    Path file = directory.resolve("loadgen.json");
    Files.writeString(file, json);
    return LoadReport.read(file);
  }
}
