// What another scraper would have seen: the recorded samples on a grid of its own.
const Scrapes = (() => {
  /** An older sample is no answer to a scrape: one was missed, or the series has ended. */
  const STALE_AFTER_INTERVALS = 1.5;

  /**
   * For each k the last recorded sample at or before phase + k * interval, stamped with that
   * instant. A scrape that finds no recent sample brings nothing.
   */
  function decimate(samples, recordedIntervalMillis, intervalMillis, phaseMillis) {
    const {times, values} = samples;
    const oldest = recordedIntervalMillis * STALE_AFTER_INTERVALS;
    const taken = {times: [], values: []};
    if (times.length === 0) return RateModel.columns([], []);
    let at = 0;
    let now = phaseMillis + Math.ceil((times[0] - phaseMillis) / intervalMillis) * intervalMillis;
    for (; now < times[times.length - 1] + oldest; now += intervalMillis) {
      while (at + 1 < times.length && times[at + 1] <= now) at++;
      if (now - times[at] < oldest) {
        taken.times.push(now);
        taken.values.push(values[at]);
      }
    }
    return RateModel.columns(taken.times, taken.values);
  }

  /** The counters of a run as a view's scraper sees them: by name, a list of series each. */
  function of(run, view) {
    if (view.scrapeMillis === null) return run.counters;
    const seen = {};
    for (const [name, series] of Object.entries(run.counters)) {
      seen[name] = series.map((samples) =>
        decimate(samples, run.scrapeMillis, view.scrapeMillis, run.zero + view.phaseMillis));
    }
    return seen;
  }

  return {decimate, of};
})();
