package ratelab.exporter.group;

/** What the threads of a group that have one name have used, those that ended included. */
final class ThreadTotals {
  final UsageTotals usage = new UsageTotals();
  private long voluntarySwitches;
  private long involuntarySwitches;

  void addSwitches(long voluntary, long involuntary) {
    voluntarySwitches += voluntary;
    involuntarySwitches += involuntary;
  }

  SwitchTotals switches() {
    return new SwitchTotals(voluntarySwitches, involuntarySwitches);
  }
}
