package ratelab.experiments.report.style;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The style sheets of the page and of figures that stand alone. */
public final class Stylesheets {
  private static final Pattern DECLARATION = Pattern.compile("(--[a-z-]+): ([^;]+);");

  private Stylesheets() {}

  /** Light, or dark where the reader prefers that. */
  public static String page() {
    return String.join(
        "\n",
        ":root {\n" + Asset.LIGHT.text() + "\n}",
        "@media (prefers-color-scheme: dark) { :root {\n" + Asset.DARK.text() + "\n} }",
        Asset.PAGE.text(),
        Asset.BENCH_STYLE.text(),
        Asset.CHART.text());
  }

  /** Light, with every variable replaced: viewers outside browsers do not know variables. */
  public static String standalone() {
    String style = Asset.CHART.text();
    for (MatchResult colour : DECLARATION.matcher(Asset.LIGHT.text()).results().toList()) {
      style = style.replace("var(" + colour.group(1) + ")", colour.group(2));
    }
    return style;
  }
}
