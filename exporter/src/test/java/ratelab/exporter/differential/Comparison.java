package ratelab.exporter.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What both exporters said under one configuration, act by act. */
record Comparison(Configuration configuration, List<Observation> observations) {

  /** One act as both saw it. */
  record Observation(Act act, Bracket bracket) {}

  /** All in which ours is not what the reference is, whether explained or not. */
  List<Divergence> divergences() {
    List<Divergence> found = new ArrayList<>();
    for (int i = 0; i < observations.size(); i++) {
      Moment moment = new Moment(this, i);
      types(moment, found);
      values(moment, found);
    }
    return found;
  }

  private static void types(Moment moment, List<Divergence> found) {
    moment
        .now()
        .before()
        .types()
        .forEach(
            (family, type) -> {
              String ours = moment.now().ours().types().getOrDefault(family, "missing");
              if (!type.equals(ours)) found.add(new Divergence.OfType(moment, family, type, ours));
            });
  }

  private static void values(Moment moment, List<Divergence> found) {
    Bracket bracket = moment.now();
    NavigableSet<Series> all = new TreeSet<>(bracket.before().samples().keySet());
    all.addAll(bracket.after().samples().keySet());
    bracket.ours().samples().keySet().stream()
        .filter(series -> bracket.before().types().containsKey(series.name()))
        .forEach(all::add);
    all.removeIf(series -> !series.isOfGroup());
    for (Series series : all) {
      if (!moment.agrees(series)) found.add(new Divergence.OfValue(moment, series));
    }
  }
}
