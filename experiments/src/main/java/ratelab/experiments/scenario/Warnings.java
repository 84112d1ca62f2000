package ratelab.experiments.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file's scenarios are warned of. What they all get from the same line is told once. */
final class Warnings {
  /** As they are told, by what they would be without a variant's name. */
  private final Map<String, String> told = new LinkedHashMap<>();

  /** Those of the file's own scenario. */
  void add(List<String> warnings) {
    warnings.forEach(warning -> told.put(warning, warning));
  }

  /** Those of a variant, whose name stands before each key. */
  void add(String variant, List<String> warnings) {
    Pattern prefix = Pattern.compile(": " + Pattern.quote(variant) + "\\.");
    for (String warning : warnings) {
      String common = prefix.matcher(warning).replaceFirst(Matcher.quoteReplacement(": "));
      told.merge(common, warning, (_, _) -> common);
    }
  }

  List<String> list() {
    return new ArrayList<>(told.values());
  }
}
