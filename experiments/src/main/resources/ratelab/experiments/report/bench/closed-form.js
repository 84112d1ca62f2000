// What a function shows for scrapes exactly on a grid, derived instead of evaluated.
const ClosedForm = (() => {
  /** The share of all instants with a value, from 0 to 1. */
  function visibleShare(view, intervalMillis) {
    if (view.modifier !== 'plain') return 1;
    return Math.min(1, Math.max(0, (view.windowMillis - intervalMillis) / intervalMillis));
  }

  /** How long after the CPU's end a curve is at its new level: [earliest, latest). */
  function returnDelay(view, intervalMillis) {
    if (view.modifier !== 'plain') {
      return {earliest: view.windowMillis, latest: view.windowMillis + intervalMillis};
    }
    const lastTwo = view.name === 'irate' || view.name === 'idelta';
    const latest = lastTwo
      ? 2 * intervalMillis : Math.max(view.windowMillis, 2 * intervalMillis);
    return {earliest: latest - intervalMillis, latest};
  }

  return {visibleShare, returnDelay};
})();
