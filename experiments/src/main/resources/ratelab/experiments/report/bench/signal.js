// What the target's CPU counter shows of idle and of load, gap by gap between scrapes.
const Signal = (() => {
  const VISIBLE_SHARE = 1 / 20;
  const LEAST_SPREADS = 5;
  const BAND_SPREADS = 3;
  const TICKS_TO_BE_SURE = 3;
  const MODES = 2;

  /** All series of a counter added up and freed of resets, from 0 at each one's first sample. */
  function track(series) {
    const totals = new Map();
    for (const {times, values} of series) {
      let counted = 0;
      for (let i = 0; i < times.length; i++) {
        if (i > 0) counted += values[i] >= values[i - 1] ? values[i] - values[i - 1] : values[i];
        totals.set(times[i], (totals.get(times[i]) ?? 0) + counted);
      }
    }
    const times = [...totals.keys()].sort((a, b) => a - b);
    return {times, values: times.map((time) => totals.get(time))};
  }

  /** The mean rates between neighbouring samples that both lie inside a span. */
  function gaps({times, values}, from, to) {
    const all = [];
    for (let i = 1; i < times.length; i++) {
      if (times[i - 1] >= from && times[i] <= to) {
        const cores = (values[i] - values[i - 1]) / ((times[i] - times[i - 1]) / 1000);
        all.push({from: times[i - 1], to: times[i], cores});
      }
    }
    return all;
  }

  function spread(all) {
    if (all.length === 0) return {mean: 0, deviation: 0};
    const mean = all.reduce((sum, gap) => sum + gap.cores, 0) / all.length;
    const squares = all.reduce((sum, gap) => sum + (gap.cores - mean) ** 2, 0);
    return {mean, deviation: all.length < 2 ? 0 : Math.sqrt(squares / (all.length - 1))};
  }

  function working(idle, load, counted, marks) {
    const busy = Math.max(LEAST_SPREADS * idle.deviation, load * VISIBLE_SHARE);
    const cores = gaps(counted, marks.loadStart, marks.end)
      .map((gap) => gap.cores - idle.mean).filter((value) => value > busy).sort((a, b) => a - b);
    return cores.length === 0 ? Math.max(0, load) : cores[cores.length >> 1];
  }

  /** The signal of one counter; cores throughout. */
  function of(series, marks) {
    const counted = track(series);
    const idle = spread(gaps(counted, marks.idleStart, marks.calibrationStart));
    const load = spread(gaps(counted, marks.loadStart, marks.loadEnd)).mean - idle.mean;
    const cores = working(idle, load, counted, marks);
    return {
      track: counted, idle: idle.mean, measuredSpread: idle.deviation, cores, load,
      gapSpread: Math.max(idle.deviation, cores * VISIBLE_SHARE),
    };
  }

  function isVisible(signal) {
    return Math.min(signal.cores, signal.load) > 0
        && signal.cores >= LEAST_SPREADS * signal.gapSpread
        && signal.load >= LEAST_SPREADS * signal.measuredSpread;
  }

  /** What is idle for a curve whose window spans so many scrape intervals. */
  function band(signal, windowGaps) {
    const diluted = Math.max(
      signal.measuredSpread / Math.sqrt(windowGaps),
      signal.cores * VISIBLE_SHARE / windowGaps);
    return {
      low: signal.idle - BAND_SPREADS * diluted, high: signal.idle + BAND_SPREADS * diluted};
  }

  /** For how long CPU may be spent before a counter of ticks shows it. */
  function hiddenMillis(signal, tickMillis) {
    return tickMillis === 0 || signal.cores <= 0
      ? 0 : Math.round(MODES * tickMillis / signal.cores);
  }

  /** How long a curve must stay in its band to be back. */
  function holdMillis(signal, windowMillis, tickMillis) {
    return tickMillis === 0 || signal.cores <= 0
      ? windowMillis
      : Math.max(windowMillis, Math.round(TICKS_TO_BE_SURE * tickMillis / signal.cores));
  }

  /** The scrape that showed the last CPU above idle; null if none did. */
  function lastBusy(signal, from, to) {
    const busy = signal.idle + BAND_SPREADS * signal.gapSpread;
    return gaps(signal.track, from, to)
      .reduce((last, gap) => gap.cores > busy ? gap.to : last, null);
  }

  return {of, track, gaps, band, hiddenMillis, holdMillis, lastBusy, isVisible};
})();
