package ratelab.experiments.report.suite;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ratelab.experiments.report.page.Section;

/** A section as a reader sees it: a line a heading, paragraph or row, cells parted by bars. */
final class SectionText {
  private static final Pattern LINE =
      Pattern.compile("<(h2|h3|p|tr)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);

  private SectionText() {}

  static String of(Section section) {
    return LINE.matcher(section.element().render())
        .results()
        .map(SectionText::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(MatchResult found) {
    return found
        .group(2)
        .replaceAll("(?s)</t[dh]>(?=.*<t[dh])", "|")
        .replaceAll("</span>\\s*<span[^>]*>", "; ")
        .replaceAll("<[^>]*>|\n", "")
        .replace("|", " | ")
        .replace("&#39;", "'")
        .replace("&lt;", "<");
  }
}
