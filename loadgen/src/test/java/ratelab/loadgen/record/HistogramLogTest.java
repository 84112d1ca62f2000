package ratelab.loadgen.record;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.loadgen.record.Attempts.answered;
import static ratelab.loadgen.record.Attempts.nanos;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

final class HistogramLogTest {
  @Test
  void hdr_histograms_own_reader_gets_every_service_time_back() throws IOException {
    Recorder recorder = new Recorder(1, List.of());
    recorder.record(answered(0, 1, 0, 100, 200, 0));
    recorder.record(answered(0, 2, 0, 300, 200, 0));
    ByteArrayOutputStream log = new ByteArrayOutputStream();

    HistogramLog.write(
        new RunResult(
            new RunResult.Load("GET", "http://h/", 1, Optional.empty(), Duration.ZERO),
            1_795_331_467_057_005L,
            nanos(1_500),
            nanos(1_500),
            0,
            new Generator(
                "okhttp",
                "closed",
                1,
                new WarmUp.Cold(),
                new OwnCost(OptionalDouble.empty(), 1, OptionalLong.empty(), OptionalLong.empty())),
            recorder.totals()),
        log);

    HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log.toByteArray()));
    Histogram read = (Histogram) reader.nextIntervalHistogram();
    assertThat(read).isEqualTo(recorder.totals().service().toHistogram());
    assertThat(read.getStartTimeStamp()).isEqualTo(1_795_331_467_057L);
    assertThat(read.getEndTimeStamp()).isEqualTo(1_795_331_468_557L);
    assertThat(reader.nextIntervalHistogram()).isNull();
  }
}
