// What a reader of such a curve has to know, each with the reason and the remedy.
const Warnings = (() => {
  const RESOLUTION_SHARE = 1 / 2;

  function visibility(view, intervalMillis, say) {
    const {windowMillis} = view;
    const remedy = 'Take a window of ' + say(4 * intervalMillis) + ' or more, or scrape more often.';
    if (view.modifier !== 'plain') return [];
    if (windowMillis < intervalMillis) {
      return ['W < S: a window never holds two scrapes, so there is never a value. ' + remedy];
    }
    if (windowMillis === intervalMillis) {
      return ['W = S: a window holds two scrapes only where an evaluation falls exactly on one (up '
          + 'to Prometheus 2.55), from 3.0 on never. ' + remedy];
    }
    if (windowMillis < 2 * intervalMillis) {
      const share = (windowMillis - intervalMillis) / intervalMillis * 100;
      return ['W < 2S: the curve is there ' + Format.digits(share, 3)
          + ' % of the time, and gone while the last scrape is older than W − S. ' + remedy];
    }
    if (windowMillis < 3 * intervalMillis) {
      return ['W < 3S: one missed scrape opens a gap. ' + remedy];
    }
    return [];
  }

  function resolution(run, view, intervalMillis, signal) {
    if (view.counter !== 'ticks' || signal.cores <= 0) return [];
    const sampled = Math.max(1, Math.floor(view.windowMillis / intervalMillis) - 1) * intervalMillis;
    const step = run.tickMillis / sampled;
    return step > signal.cores * RESOLUTION_SHARE
      ? ['Signal below a tick: a tick of ' + run.tickMillis + ' ms moves the curve by '
          + Format.digits(step * 1000, 2) + ' millicores, and the signal is '
          + Format.digits(signal.cores * 1000, 2) + '. Zeros in the middle of work are no idle.'
          + ' Use the nanosecond counter or a longer window.']
      : [];
  }

  function phases(run, view, intervalMillis, say) {
    const clean = Math.max(view.windowMillis, 2 * intervalMillis);
    const load = run.marks.loadEnd - run.marks.loadStart;
    return clean > load
      ? ['Phases mixed: the load lasted ' + say(load) + ' and the window needs ' + say(clean)
          + ' of it, so no point shows the load alone. A gate on it would judge idle and drain as'
          + ' well.']
      : [];
  }

  function scrapes(run, view, say) {
    return view.scrapeMillis !== null && view.scrapeMillis < run.scrapeMillis
      ? ['S is finer than the recording: between two of its scrapes (' + say(run.scrapeMillis)
          + ') the counter is not known and stands still.']
      : [];
  }

  function evaluation(run, view, intervalMillis, say) {
    const all = [];
    if (view.stepMillis !== null && view.stepMillis > view.windowMillis) {
      all.push('Step > W: scrapes between two evaluations are never looked at; pulses shorter than '
          + say(view.stepMillis - view.windowMillis) + ' can be missed.');
    }
    if (view.name === 'irate' || view.name === 'idelta') {
      all.push(view.name + ' looks at the last two scrapes alone; W only decides whether there are'
          + ' two.');
    }
    if (view.modifier !== 'plain' && view.dialect !== 'V3') {
      all.push(view.modifier + ' needs Prometheus 3.7 with its feature flag; the dialect changes'
          + ' nothing but the sum.');
    }
    return all;
  }

  function idle(signal) {
    return Signal.isVisible(signal)
      ? []
      : ['Signal in the idle noise: it stands out from the idle target by less than 5 spreads, so'
          + ' no return can be told.'];
  }

  /** All warnings of a finding; none is an empty list. */
  function of(run, finding) {
    const {view, signal} = finding;
    const intervalMillis = Findings.interval(run, view);
    const say = (millis) => Durations.print(Math.round(millis * run.speed));
    return [
      ...visibility(view, intervalMillis, say),
      ...resolution(run, view, intervalMillis, signal),
      ...phases(run, view, intervalMillis, say),
      ...scrapes(run, view, say),
      ...evaluation(run, view, intervalMillis, say),
      ...idle(signal),
    ];
  }

  return {of};
})();
