// What the bench draws of its findings.
const Figures = (() => {
  const SMALL_CORES = 0.5;
  const WINDOWS_BEFORE = 3;
  const LINES = [
    ['blue', 'solid'], ['purple', 'solid'], ['red', 'dashed'], ['green', 'dashed'],
    ['grey', 'solid'], ['orange', 'dotted']];
  const STAGE_INKS = {BEFORE_LOAD: 'purple', LOAD_END: 'blue'};

  const second = (run, millis) => (millis - run.zero) / 1000;

  function highest(curves) {
    return curves.reduce((most, {values}) =>
      values.reduce((a, value) => value === null ? a : Math.max(a, Math.abs(value)), most), 0);
  }

  /** What the y axis shows; small rates in thousandths, seconds of CPU as they are. */
  function unit(view, curves) {
    const rates = !['increase', 'delta', 'idelta'].includes(view.name);
    const small = highest(curves) < SMALL_CORES;
    if (rates) return small ? [1000, 'CPU rate, millicores'] : [1, 'CPU rate, cores'];
    return small ? [1000, 'CPU time, milliseconds'] : [1, 'CPU time, seconds'];
  }

  function line(run, name, index, curve, factor) {
    const [ink, dash] = LINES[index % LINES.length];
    return {
      name, ink, dash, x: curve.times.map((time) => second(run, time)),
      y: curve.values.map((value) => value === null ? null : value * factor),
    };
  }

  function mark(run, millis, label, detail, ink, dash) {
    const x = second(run, millis);
    const named = label === '' ? '' : label + ': ';
    return {x, label, detail: named + Format.fixed(x, 1) + ' s. ' + detail, ink, dash};
  }

  function marks(run, work) {
    const all = [
      mark(run, run.marks.loadStart, 'load begins', 'The first request was sent.', 'grey', 'dotted'),
      mark(run, run.marks.loadEnd, 'load ends', 'The load generator had ended.', 'grey', 'solid'),
    ];
    if (work !== null) {
      all.push(mark(run, work.end, 'last work',
        'The last work ended; read from ' + run.lastWorkEvidence + '.', 'red', 'dashed'));
    }
    return all;
  }

  function spans(run, work) {
    const end = second(run, run.marks.loadEnd);
    const load = {from: 0, to: end, label: 'load', ink: 'grey'};
    return work === null ? [load]
      : [load, {from: end, to: second(run, work.end), label: run.drain, ink: 'orange'}];
  }

  function strip(run, interval, label, ink) {
    const from = second(run, interval.earliest);
    const to = second(run, interval.latest);
    return {from, to, label, ink, detail: label + ': back between ' + Format.fixed(from, 1)
        + ' s and ' + Format.fixed(to, 1) + ' s'};
  }

  function strips(run, finding) {
    return [
      ...finding.forecasts.map((f) => strip(run, f, f.label, STAGE_INKS[f.stage])),
      strip(run, finding.derived, 'derived from the samples', 'green'),
    ];
  }

  function whole(run) {
    const start = second(run, run.marks.idleStart);
    return [start, Math.max(start + 1, second(run, run.marks.end))];
  }

  /** A chart of the run with what every chart shows. */
  function base(run, work, name, title, said) {
    return {
      name, title, unit: said, zero: run.zero, time: whole(run), bands: [], strips: [],
      spans: spans(run, work), marks: marks(run, work), markRows: 2,
    };
  }

  /** The chosen window, and the pinned ones beside it. */
  function curve(run, state, finding, pinned) {
    const all = [finding, ...pinned];
    const [factor, said] = unit(finding.view, all.map((f) => f.curve));
    const spec = base(run, finding.work, 'curve', State.label(state), said);
    const windows = [state.window, ...state.pins];
    spec.lines = all.map((f, i) =>
      line(run, State.label(state, windows[i]), i, f.curve, factor));
    const band = {
      low: finding.band.low * factor, high: finding.band.high * factor, label: 'idle band'};
    spec.lines[0].ink += ' chosen';
    spec.bands = [band];
    spec.values = Chart.fromZero(spec.lines, band.high);
    spec.strips = strips(run, finding);
    if (finding.back !== null) {
      spec.marks.push(mark(run, finding.back, 'back',
        'In the idle band from here on, for a whole window.', 'green', 'solid'));
    }
    spec.markRows = 3;
    return spec;
  }

  /** The end of the chosen window's curve, large enough to see every scrape. */
  function closeUp(run, state, finding) {
    const spec = curve(run, {...state, pins: []}, finding, []);
    const window = finding.view.windowMillis / 1000;
    const work = second(run, finding.work?.end ?? run.marks.loadEnd);
    const back = finding.back === null
      ? second(run, finding.derived.latest) : second(run, finding.back);
    spec.name = 'close-up';
    spec.title = 'The return, close up';
    spec.time = [Math.min(work, back) - WINDOWS_BEFORE * window, Math.max(work, back) + window];
    const [from, to] = spec.time;
    const inside = spec.lines[0].x.map((x) => x >= from && x <= to);
    spec.lines = spec.lines.map((l) => ({
      ...l, x: l.x.filter((_, i) => inside[i]), y: l.y.filter((_, i) => inside[i])}));
    spec.values = Chart.fromZero(spec.lines, spec.bands[0].high);
    const scrapes = finding.signal.track.times.map((time) => second(run, time))
      .filter((x) => x >= from && x <= to)
      .map((x) => ({x, label: '', detail: Format.fixed(x, 1) + ' s. A scrape.', ink: 'grey',
        dash: 'dotted'}));
    spec.marks = [...scrapes, ...spec.marks];
    return spec;
  }

  /** The counters side by side, on one scale: the same function over both. */
  function counters(run, state, seen, finding) {
    const names = Object.keys(seen);
    const curves = names.map((name) => name === state.counter ? finding.curve
      : Findings.curve(run, State.view(run, state, state.window, name), seen[name]));
    const [factor, said] = unit(finding.view, curves);
    const lines = names.map((name, i) => line(run, name, i, curves[i], factor));
    const values = Chart.fromZero(lines);
    return names.map((name, i) => ({
      ...base(run, finding.work, name, name + ', ' + State.label(state), said),
      lines: [{...lines[i], ink: i === 0 && names.length > 1 ? 'blue' : 'orange', dash: 'solid'}],
      values,
    }));
  }

  return {curve, closeUp, counters};
})();
