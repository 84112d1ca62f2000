package ratelab.loadgen.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.loadgen.judge.FailureCondition;
import ratelab.loadgen.judge.Figure;
import ratelab.loadgen.judge.Figure.Time;

/** The values of --fail-if, like {@code p99>250ms} and {@code errors>1%}. */
final class FailIfFlag {
  private static final Pattern FORM = Pattern.compile("([a-z0-9.]+)\\s*([<>])\\s*(\\S+)");
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,3})?)");

  private FailIfFlag() {}

  static List<FailureCondition> conditions(FlagValues flags) throws BadUsage {
    List<FailureCondition> conditions = new ArrayList<>();
    for (String text : flags.texts(Flag.FAIL_IF)) {
      conditions.add(condition(text.strip()));
    }
    return conditions;
  }

  private static FailureCondition condition(String text) throws BadUsage {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw BadUsage.unreadable(
          "--fail-if '" + text + "': write it like 'p99>250ms', 'errors>1%' or 'rps<1000'");
    }
    String value = form.group(3);
    Figure figure = figure(text, form.group(1), value.endsWith("%"));
    return new FailureCondition(text, figure, form.group(2).equals(">"), limit(figure, value));
  }

  private static Figure figure(String text, String name, boolean percent) throws BadUsage {
    return switch (name) {
      case "errors" -> new Figure.Errors(percent);
      case "rps" -> new Figure.Rate();
      case "late" -> new Figure.Late();
      default -> timeFigure(text, name);
    };
  }

  private static Figure timeFigure(String text, String name) throws BadUsage {
    Time time = Time.WHAT_USERS_FEEL;
    String rest = name;
    if (name.startsWith("service.")) {
      time = Time.SERVICE;
      rest = name.substring("service.".length());
    } else if (name.startsWith("response.")) {
      time = Time.RESPONSE;
      rest = name.substring("response.".length());
    }
    Matcher percentile = PERCENTILE.matcher(rest);
    if (percentile.matches() && Double.parseDouble(percentile.group(1)) > 0) {
      return new Figure.Percentile(time, Double.parseDouble(percentile.group(1)));
    }
    return switch (rest) {
      case "max" -> new Figure.Percentile(time, 100);
      case "mean" -> new Figure.Mean(time);
      default ->
          throw BadUsage.senseless(
              "--fail-if '"
                  + text
                  + "': there is no figure "
                  + name
                  + "; use p50, p99.9, mean, max, errors, rps or late, and service.p99 or"
                  + " response.p99 for one of the two times");
    };
  }

  private static double limit(Figure figure, String value) throws BadUsage {
    return switch (figure.unit()) {
      case NANOS -> Numbers.duration(Flag.FAIL_IF, value).toNanos();
      case SHARE -> Numbers.decimal(Flag.FAIL_IF, value.substring(0, value.length() - 1)) / 100;
      case COUNT, PER_SECOND -> Numbers.decimal(Flag.FAIL_IF, value);
    };
  }
}
