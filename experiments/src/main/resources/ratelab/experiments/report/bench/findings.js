// What one view of a run shows: its curve, when that should be back, when it was, and where the
// time went.
const Findings = (() => {
  const STEPS_PER_SCRAPE = 15;
  const MOST_STEPS = 4000;

  /** A view's scrape interval. */
  function interval(run, view) {
    return view.scrapeMillis ?? run.scrapeMillis;
  }

  /** Time between two evaluations: a fifteenth of a scrape, where that is not too many. */
  function step(run, view) {
    const span = run.marks.end - run.marks.idleStart;
    return view.stepMillis ?? Math.max(1, Math.ceil(span / MOST_STEPS),
      Math.trunc(interval(run, view) / STEPS_PER_SCRAPE));
  }

  /** What turns cores into the function's own unit: seconds of CPU for all but rates. */
  function perCore(run, view) {
    switch (view.name) {
      case 'increase': case 'delta': return view.windowMillis / 1000;
      case 'idelta': return interval(run, view) / 1000;
      default: return 1;
    }
  }

  function naiveAt({times, values}, windowMillis, now) {
    const last = RateModel.firstNotBefore(times, now + 1) - 1;
    const first = RateModel.firstNotBefore(times, now - windowMillis);
    return first >= last ? null : (values[last] - values[first]) / (windowMillis / 1000);
  }

  /** The curve of a counter's series; a gap is null. */
  function curve(run, view, series) {
    const every = step(run, view);
    const counted = view.name === 'naive' ? Signal.track(series) : null;
    const times = [];
    const values = [];
    for (let now = run.marks.idleStart; now <= run.marks.end; now += every) {
      times.push(now);
      values.push(counted === null
        ? RateModel.sumAt(view.dialect, view.name, view.modifier, series, view.windowMillis, now)
        : naiveAt(counted, view.windowMillis, now));
    }
    return {times, values};
  }

  /** Scrape gaps that a window spans when it is full. */
  function gaps(run, view) {
    return Math.max(1, Math.floor(view.windowMillis / interval(run, view)) - 1);
  }

  /** The last work: from the handler log, else the last CPU above idle. */
  function lastWork(run, view, signal) {
    if (run.lastWork !== null) return run.lastWork;
    const seen = Signal.lastBusy(signal, run.marks.loadStart, run.marks.end);
    return seen === null ? null : {start: seen - interval(run, view), end: seen};
  }

  /** Between which instants the curve has to be back. */
  function derived(run, view, signal, work) {
    if (view.modifier !== 'plain') return onGrid(run, view, work);
    const every = interval(run, view);
    const rate = {...view, name: 'rate', windowMillis: deciding(view, every)};
    return ReturnForecast.of({
      work, loadEnd: run.marks.loadEnd, readings: run.readings, cores: signal.cores,
      tickMillis: run.tickMillis, inTicks: view.counter === 'ticks',
      stepMillis: step(run, view), intervalMillis: every, windowMillis: rate.windowMillis,
      hiddenMillis: Signal.hiddenMillis(signal, tick(run, view)),
      holdMillis: Signal.holdMillis(signal, rate.windowMillis, tick(run, view)),
      band: Signal.band(signal, gaps(run, rate)),
      curve: (series) => curve(run, rate, series),
    }, signal.track.times);
  }

  /** The window that decides when a curve moves: some functions look at two samples alone. */
  function deciding(view, intervalMillis) {
    return view.name === 'irate' || view.name === 'idelta'
      ? Math.min(view.windowMillis, 2 * intervalMillis) : view.windowMillis;
  }

  /** For scrapes exactly on a grid: ranges that reach beyond their window. */
  function onGrid(run, view, work) {
    const delay = ClosedForm.returnDelay(view, interval(run, view));
    const slack = step(run, view) + run.tickMillis;
    const latest = Math.max(run.marks.loadEnd, work?.end ?? 0) + delay.latest + slack;
    return work === null
      ? {earliest: run.marks.loadEnd, latest}
      : {earliest: Math.max(run.marks.loadEnd, work.start - slack + delay.earliest), latest};
  }

  function tick(run, view) {
    return view.counter === 'ticks' ? run.tickMillis : 0;
  }

  /** The forecasts that were made, for this view's window and interval. */
  function forecasts(run, view) {
    const delay = ClosedForm.returnDelay(view, interval(run, view));
    return run.forecasts.map((forecast) => ({
      stage: forecast.stage, label: forecast.label,
      earliest: forecast.lastWork - forecast.early + delay.earliest,
      latest: forecast.lastWork + forecast.late + delay.latest,
    }));
  }

  /** The seconds from the load's end to the return; null where one of them is not known. */
  function decay(run, signal, work, back) {
    if (back === null || work === null) return null;
    const seen = Signal.lastBusy(signal, run.marks.loadStart, back);
    if (seen === null) return null;
    const workEnd = Math.max(run.marks.loadEnd, work.end);
    const total = back - run.marks.loadEnd;
    const drain = workEnd - run.marks.loadEnd;
    const phase = seen - workEnd;
    return {total, drain, phase, tail: total - drain - phase};
  }

  /** The share of the evaluations with a value, from the second scrape on. */
  function seenShare(shown, signal) {
    const from = RateModel.firstNotBefore(shown.times, signal.track.times[1] ?? Infinity);
    const there = shown.values.slice(from);
    return there.length === 0 ? null : there.filter((value) => value !== null).length / there.length;
  }

  /** All of it. The counters are those that the view's scraper has seen. */
  function of(run, view, counters) {
    const series = counters[view.counter];
    const signal = Signal.of(series, run.marks);
    const shown = curve(run, view, series);
    const work = lastWork(run, view, signal);
    const unit = perCore(run, view);
    const idle = Signal.band(signal, gaps(run, view));
    const band = {low: idle.low * unit, high: idle.high * unit};
    const back = ReturnDetector.find(
      shown, run.marks.loadEnd, Signal.holdMillis(signal, view.windowMillis, tick(run, view)),
      interval(run, view), (value) => value >= band.low && value <= band.high);
    return {
      view, signal, curve: shown, band, work, back,
      derived: derived(run, view, signal, work),
      forecasts: forecasts(run, view),
      decay: decay(run, signal, work, back),
      visible: ClosedForm.visibleShare(view, interval(run, view)),
      seen: seenShare(shown, signal),
    };
  }

  return {of, curve, interval, step, gaps};
})();
