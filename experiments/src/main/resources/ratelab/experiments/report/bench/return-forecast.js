// When a curve should be back, derived from the instants of its scrapes, the evidence of the last
// work, and the CPU that was spent by the independent measure.
const ReturnForecast = (() => {
  const MEASURES_DIFFER = 0.005;
  const MODES = 2;

  /** The first instant, not before a given one, at which a window holds two scrapes; or null. */
  function seenFrom(times, from, windowMillis) {
    for (let i = 1; i < times.length; i++) {
      const seen = Math.max(from, times[i]);
      if (seen < times[i - 1] + windowMillis) return seen;
    }
    return null;
  }

  /** The last instant up to which windows hold two scrapes all the time. */
  function seenUntil(times, from, windowMillis) {
    let until = from;
    for (let i = 1; i < times.length; i++) {
      if (times[i] <= until) until = Math.max(until, times[i - 1] + windowMillis);
    }
    return until;
  }

  /** When a window holds this scrape and those before it no more, but two later ones. */
  function leftBehind(times, scrape, windowMillis) {
    return seenFrom(times, scrape + windowMillis, windowMillis) ?? scrape + windowMillis;
  }

  function lastBefore(times, millis) {
    const at = RateModel.firstNotBefore(times, millis);
    return at === 0 ? millis : times[at - 1];
  }

  /** The last scrape whose sample does not show what was spent by an instant. */
  function lastNotShowing(times, readings, millis) {
    let last = millis;
    for (const scrape of times) {
      const next = RateModel.firstNotBefore(readings.times, scrape + 1);
      if ((next > 0 ? readings.times[next - 1] : scrape) < millis) last = scrape;
    }
    return last;
  }

  /** The CPU spent by each scrape, as early as the readings around it allow. */
  function spent(times, readings, tickMillis) {
    const kept = {times: [], values: []};
    for (const scrape of times) {
      const next = RateModel.firstNotBefore(readings.times, scrape - tickMillis);
      if (next === readings.times.length) break;
      kept.times.push(scrape);
      kept.values.push(readings.values[next]);
    }
    return RateModel.columns(kept.times, kept.values);
  }

  /** From when on, up to an instant, a curve of the CPU that was spent stays idle. */
  function unseen(how, times, until) {
    const tickSeconds = how.tickMillis / 1000;
    const slack = (tickSeconds * how.cores + (how.inTicks ? MODES * tickSeconds : 0))
        / (how.windowMillis / 1000) + MEASURES_DIFFER * how.band.high;
    const shown = how.curve([spent(times, how.readings, how.tickMillis)]);
    let since = until;
    for (let i = 0; i < shown.times.length && shown.times[i] <= until; i++) {
      const cores = shown.values[i];
      if (cores === null || shown.times[i] < how.loadEnd) continue;
      const idle = cores >= how.band.low - slack && cores <= how.band.high + slack;
      since = idle ? Math.min(since, shown.times[i] - how.stepMillis) : until;
    }
    return since;
  }

  function earliest(how, times) {
    if (how.work === null) return how.loadEnd;
    const before = how.work.start - how.hiddenMillis - how.tickMillis;
    const byWork = leftBehind(times, lastBefore(times, before), how.windowMillis);
    return Math.max(how.loadEnd, unseen(how, times, byWork));
  }

  function latest(how, times) {
    const end = Math.max(how.loadEnd, how.work?.end ?? 0) + how.tickMillis;
    let back =
      leftBehind(times, lastNotShowing(times, how.readings, end), how.windowMillis) + 1;
    let certain = back + how.holdMillis;
    let until = seenUntil(times, back, how.windowMillis);
    while (until < certain) {
      const again = seenFrom(times, until + 1, how.windowMillis);
      if (again === null) break;
      if (again - until > how.intervalMillis - 2 * how.stepMillis) {
        back = again;
        // Behind a hole the curve has to stay idle for as long once more.
        certain = back + how.holdMillis;
      }
      until = seenUntil(times, again, how.windowMillis);
    }
    return back + how.stepMillis;
  }

  /** Between which instants a plain window's curve has to be back; `how` says all it depends on. */
  function of(how, times) {
    return {earliest: earliest(how, times), latest: latest(how, times)};
  }

  return {of};
})();
