package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Disturbance.Act;
import ratelab.experiments.scenario.Doubt;
import ratelab.experiments.scenario.Words;

/**
 * Which of a run's samples are to be trusted, and what becomes of verdicts that rest on others:
 * they are left open, with the reason. Where the scenario says that they have to be, that is a
 * pass.
 */
final class Trust {
  private final List<Flaw> flaws;
  private final Set<Doubt> expected;

  private Trust(List<Flaw> flaws, Set<Doubt> expected) {
    this.flaws = flaws;
    this.expected = expected;
  }

  /**
   * Something that is wrong with samples for a time.
   *
   * @param span when
   * @param why in words, with the remedy
   * @param doubt the kind of problem that it is for the whole run; empty if it is none
   * @param breaksCounter whether it is only that the counter began anew
   */
  private record Flaw(Span span, String why, Optional<Doubt> doubt, boolean breaksCounter) {
    /** Whether the samples around it are sound, and only fewer or late. */
    boolean isOnlyAGap() {
      return doubt.filter(Doubt::isOnlyAGap).isPresent();
    }

    Flaw widened(long millis) {
      return new Flaw(span.widened(millis), why, doubt, breaksCounter);
    }
  }

  /**
   * Of the lab's own samples.
   *
   * @param expected what the scenario says will be in doubt
   */
  static Trust of(List<Problem> problems, Findings findings, Set<Doubt> expected) {
    Stream<Flaw> inDoubt =
        problems.stream()
            .flatMap(
                p ->
                    p.spans().stream()
                        .map(s -> new Flaw(s, p.text(), Optional.of(p.doubt()), false)));
    return new Trust(
        Stream.concat(inDoubt, resets(findings)).toList(),
        expected.isEmpty() ? EnumSet.noneOf(Doubt.class) : EnumSet.copyOf(expected));
  }

  private static Stream<Flaw> resets(Findings findings) {
    CounterTrack track = findings.signal().track();
    return findings.life().resetMillis().stream()
        .map(
            reset ->
                new Flaw(
                    track.around(reset),
                    "The counter began anew meanwhile, and what it had counted since the scrape"
                        + " before is lost.",
                    Optional.empty(),
                    true));
  }

  /**
   * Of a real Prometheus' samples of the same run: it scrapes the same exporter at another phase,
   * and may have been away itself.
   */
  Trust onServer(Recording recording) {
    long intervalMillis = recording.scenario().scrapeInterval().toMillis();
    List<Flaw> server =
        new ArrayList<>(flaws.stream().map(f -> f.widened(intervalMillis)).toList());
    recording.disturbed().stream()
        .filter(d -> d.act() == Act.RESTART_PROMETHEUS)
        .map(d -> new Span(d.startMillis(), d.endMillis()).widened(2 * intervalMillis))
        .map(s -> new Flaw(s, "Prometheus was restarted meanwhile.", Optional.empty(), false))
        .forEach(server::add);
    return new Trust(List.copyOf(server), expected);
  }

  /** Why samples are in doubt, with the remedy; empty if none are. */
  Optional<String> doubt(Grounds grounds) {
    return flawOf(grounds).map(Flaw::why);
  }

  /** The verdict as it is, or left open. */
  Verdict checked(Verdict verdict, Grounds grounds) {
    return flawOf(grounds).map(flaw -> leftOpen(verdict, flaw)).orElse(verdict);
  }

  private Verdict leftOpen(Verdict verdict, Flaw flaw) {
    return isExpected(flaw)
        ? Verdicts.judged(
            verdict.name(),
            "inconclusive: " + Words.of(flaw.doubt().orElseThrow()),
            "inconclusive. " + flaw.why(),
            "none",
            true,
            "")
        : Verdicts.inconclusive(
            verdict.name(),
            verdict.forecast(),
            verdict.observed(),
            "The samples that this rests on are in doubt. " + flaw.why());
  }

  /** Of several, one that nobody expects. */
  private Optional<Flaw> flawOf(Grounds grounds) {
    List<Flaw> relevant =
        flaws.stream()
            .filter(flaw -> grounds.unbroken() || !flaw.breaksCounter())
            .filter(flaw -> flaw.doubt().filter(grounds.bears()::contains).isEmpty())
            .toList();
    List<Flaw> gaps = relevant.stream().filter(Flaw::isOnlyAGap).toList();
    return Stream.of(
            touching(grounds.spans(), relevant),
            touching(grounds.levels(), relevant.stream().filter(f -> !f.isOnlyAGap()).toList()),
            coveringHalf(grounds.levels(), gaps),
            coveringHalf(grounds.mostOf(), relevant))
        .flatMap(found -> found)
        .min(Comparator.comparing(this::isExpected));
  }

  private static Stream<Flaw> touching(List<Span> spans, List<Flaw> flaws) {
    return flaws.stream().filter(flaw -> spans.stream().anyMatch(s -> s.meets(flaw.span())));
  }

  private static Stream<Flaw> coveringHalf(List<Span> spans, List<Flaw> flaws) {
    return spans.stream()
        .filter(span -> 2 * coveredMillis(span, flaws) >= span.millis())
        .flatMap(span -> flaws.stream().filter(flaw -> flaw.span().meets(span)));
  }

  /** How much of a span lies in flaws, each instant counted once. */
  private static long coveredMillis(Span span, List<Flaw> flaws) {
    long covered = 0;
    long until = span.fromMillis();
    for (Span flaw :
        flaws.stream()
            .map(Flaw::span)
            .sorted(Comparator.comparingLong(Span::fromMillis))
            .toList()) {
      long to = Math.max(until, flaw.toMillis());
      covered += span.sharedMillis(new Span(Math.max(until, flaw.fromMillis()), to));
      until = to;
    }
    return covered;
  }

  private boolean isExpected(Flaw flaw) {
    return flaw.doubt().filter(expected::contains).isPresent();
  }
}
