package ratelab.exporter.group;

/** Sums of what a group's members used, their past included: they never fall. */
final class GroupTotals {
  final UsageTotals usage = new UsageTotals();
  final ThreadNames threads = new ThreadNames();
  private long voluntarySwitches;
  private long involuntarySwitches;

  void addSwitches(SwitchTotals added) {
    voluntarySwitches += added.voluntary();
    involuntarySwitches += added.involuntary();
  }

  SwitchTotals switches() {
    return new SwitchTotals(voluntarySwitches, involuntarySwitches);
  }
}
