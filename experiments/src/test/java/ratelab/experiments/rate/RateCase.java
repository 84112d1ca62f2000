package ratelab.experiments.rate;

import java.util.List;
import java.util.OptionalDouble;

/** Some series, and questions about them. */
record RateCase(List<Series> series, List<Question> questions) {
  /** A query, evaluated at one instant. */
  record Question(RangeQuery query, long timeMillis) {}

  /** The model's answer. */
  OptionalDouble answer(Dialect dialect, Question question) {
    Steps once = new Steps(question.timeMillis(), question.timeMillis(), question.query().window());
    Curve curve = new RateModel(dialect).curve(question.query(), series, once);
    return curve.points().getFirst().value();
  }

  /** The model's answer, or {@code nil}, in a spelling that tells any two values apart. */
  String printedAnswer(Dialect dialect, Question question) {
    return printed(answer(dialect, question));
  }

  /** An answer of promtool in the same spelling. */
  static String printed(String promtoolAnswer) {
    return printed(
        promtoolAnswer.equals("nil")
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(promtoolAnswer)));
  }

  private static String printed(OptionalDouble answer) {
    return answer.isPresent() ? Double.toString(answer.getAsDouble()) : "nil";
  }
}
