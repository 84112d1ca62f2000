package ratelab.experiments.report.suite;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import ratelab.experiments.report.wording.Wording;

/** Answers "Is that just how Node works?" from what the runtimes did. */
final class RuntimesAnswer {
  private RuntimesAnswer() {}

  /** The answer, with the figures that it rests on. */
  static String of(List<RuntimeFigures> runtimes) {
    List<RuntimeFigures> known = runtimes.stream().filter(RuntimeFigures::isKnown).toList();
    List<RuntimeFigures> node = known.stream().filter(RuntimeFigures::isNode).toList();
    List<RuntimeFigures> others = known.stream().filter(runtime -> !runtime.isNode()).toList();
    if (node.isEmpty() || others.isEmpty()) {
      return "Open: it takes a run on Node and one on another runtime to tell, and "
          + (node.isEmpty() ? "none on Node" : "none on another runtime")
          + " tells whom it worked for.";
    }
    return answer(known, late(node), late(others), others.size());
  }

  private static List<RuntimeFigures> late(List<RuntimeFigures> runtimes) {
    return runtimes.stream().filter(RuntimeFigures::workedForNobody).toList();
  }

  private static String answer(
      List<RuntimeFigures> known,
      List<RuntimeFigures> lateNode,
      List<RuntimeFigures> lateOthers,
      int others) {
    String figures = figures(known);
    if (lateOthers.size() == others && !lateNode.isEmpty()) {
      return "No: " + figures + " It is the way the server queues, not Node.";
    }
    if (!lateOthers.isEmpty()) {
      return "No, but not of every server: " + figures + " " + exceptions(known);
    }
    return lateNode.isEmpty()
        ? "There is nothing to explain: no runtime worked off most of its requests for nobody."
        : "Yes, as far as these runs show: " + figures + " " + exceptions(known);
  }

  /** How many worked for nobody, and how long they went on. */
  private static String figures(List<RuntimeFigures> known) {
    List<RuntimeFigures> late = late(known);
    return "%d of %d runtimes worked off most of their requests for nobody%s."
        .formatted(late.size(), known.size(), drains(late));
  }

  private static String drains(List<RuntimeFigures> late) {
    List<RuntimeFigures> seen = late.stream().filter(r -> r.drain().isPresent()).toList();
    Comparator<RuntimeFigures> byDrain = Comparator.comparing(r -> r.drain().orElse(Duration.ZERO));
    return seen.stream()
        .min(byDrain)
        .flatMap(shortest -> seen.stream().max(byDrain).map(longest -> drains(shortest, longest)))
        .orElse("");
  }

  private static String drains(RuntimeFigures shortest, RuntimeFigures longest) {
    String least = drain(shortest);
    String most = drain(longest);
    return least.equals(most)
        ? " and needed " + least + " to drain"
        : " and needed %s (%s) to %s (%s) to drain"
            .formatted(least, shortest.name(), most, longest.name());
  }

  private static String drain(RuntimeFigures runtime) {
    return runtime.drain().map(Wording::seconds).orElse("");
  }

  private static String exceptions(List<RuntimeFigures> known) {
    return known.stream()
        .filter(runtime -> !runtime.workedForNobody())
        .map(RuntimeFigures::name)
        .collect(Collectors.joining(", ", "Not so: ", "."));
  }
}
