package ratelab.experiments.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Recording;

/**
 * Judges that every single request is seen in the counter: the scrape after it shows more CPU than
 * the scrape before it, and more than an idle target would have used meanwhile.
 */
final class RaisedVerdicts {
  private final Recording recording;
  private final Findings findings;

  RaisedVerdicts(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
  }

  Verdict each() {
    String name = "each request raises the counter";
    List<HandledRequest> handled = Requests.ofTheLoad(recording);
    if (handled.isEmpty()) {
      return Verdicts.inconclusive(
          name, "all", "unknown", "The target has no handler log: nothing tells its requests.");
    }
    if (!signal().isVisible()) {
      return Verdicts.inconclusive(
          name, handled.size() + " of " + handled.size(), "unknown", signal().whyNotVisible());
    }
    long raised = handled.stream().filter(this::isRaised).count();
    return Verdicts.judged(
        name,
        handled.size() + " of " + handled.size(),
        raised + " of " + handled.size(),
        String.format(
            Locale.ROOT,
            "above what the idle target uses meanwhile (%.6f cores ± 3 spreads of %.6f)",
            signal().idleCores(),
            signal().measuredSpreadCores()),
        raised == handled.size(),
        "The counter does not show every request: its resolution is too coarse for it.");
  }

  private boolean isRaised(HandledRequest request) {
    Optional<Sample> before = signal().track().atOrBefore((long) Math.floor(request.startMillis()));
    Optional<Sample> after = signal().track().atOrAfter((long) Math.ceil(request.endMillis()));
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    double seconds = (after.get().timestampMillis() - before.get().timestampMillis()) / 1000.0;
    double idle = seconds * (signal().idleCores() + 3 * signal().measuredSpreadCores());
    return after.get().value() - before.get().value() > idle;
  }

  private Signal signal() {
    return findings.signal();
  }
}
