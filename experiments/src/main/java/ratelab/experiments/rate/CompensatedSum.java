package ratelab.experiments.rate;

/**
 * A sum that carries its rounding error along (Neumaier's form of Kahan's summation), step by step
 * as Prometheus does it.
 */
final class CompensatedSum {
  private double sum;
  private double compensation;

  void add(double term) {
    double next = sum + term;
    if (Math.abs(sum) >= Math.abs(term)) {
      compensation += (sum - next) + term;
    } else {
      compensation += (term - next) + sum;
    }
    sum = next;
  }

  double total() {
    return sum + compensation;
  }
}
