package ratelab.experiments.report;

import java.util.List;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Decay;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The verdicts for programs: {@code verdicts.json}, format 1. */
public final class VerdictsJson {
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private VerdictsJson() {}

  /** The document, ending in a line break. */
  public static String render(Analysis analysis, Recording recording) {
    Document document =
        new Document(
            FORMAT,
            recording.info().id(),
            recording.scenario().name(),
            recording.scenario().speed(),
            Words.of(analysis.status()),
            Words.of(analysis.cause()),
            analysis.answer(),
            analysis.problems(),
            analysis.remarks(),
            analysis.windows().stream()
                .map(WindowFinding::decay)
                .flatMap(d -> d.stream())
                .map(DecayEntry::of)
                .toList(),
            analysis.verdicts().stream().map(VerdictEntry::of).toList());
    return MAPPER.writeValueAsString(document) + "\n";
  }

  private record Document(
      int format,
      String run,
      String scenario,
      double speed,
      String status,
      String cause,
      String answer,
      List<String> problems,
      List<String> remarks,
      List<DecayEntry> decays,
      List<VerdictEntry> verdicts) {}

  private record DecayEntry(
      double windowSeconds,
      double totalSeconds,
      double drainSeconds,
      double phaseSeconds,
      double tailSeconds) {
    static DecayEntry of(Decay decay) {
      return new DecayEntry(
          decay.window().toMillis() / 1e3,
          decay.total().toMillis() / 1e3,
          decay.drain().toMillis() / 1e3,
          decay.phase().toMillis() / 1e3,
          decay.tail().toMillis() / 1e3);
    }
  }

  private record VerdictEntry(
      String name,
      String forecast,
      String observed,
      String tolerance,
      String status,
      String reason) {
    static VerdictEntry of(Verdict verdict) {
      return new VerdictEntry(
          verdict.name(),
          verdict.forecast(),
          verdict.observed(),
          verdict.tolerance(),
          Words.of(verdict.status()),
          verdict.reason());
    }
  }
}
