// Where the seconds between the load's end and each curve's return went, a bar a window.
const Bars = (() => {
  const FIRST_HEIGHT = 30;
  const HEIGHT = 14;
  const NAMES = {
    drain: ['drain', 'orange'], under: ["drain under the window's tail", 'red'],
    phase: ['scrape phase', 'grey'], tail: ['rate window', 'blue'],
  };
  const {ROW, text, rect} = Svg;

  /** A negative phase takes its time from the drain: the tail began while work went on. */
  function segments({drain, phase, total}) {
    const seen = drain + phase;
    return [
      {kind: 'drain', from: 0, to: drain},
      seen < drain ? {kind: 'under', from: seen, to: drain} : {kind: 'phase', from: drain, to: seen},
      {kind: 'tail', from: Math.max(seen, drain), to: total},
    ];
  }

  function parts({drain, phase, tail}) {
    return Format.seconds(drain) + ' drain ' + (phase < 0 ? '−' : '+') + ' '
        + Format.seconds(Math.abs(phase)) + ' scrape phase + ' + Format.seconds(tail) + ' window';
  }

  function legend(width) {
    let drawn = '';
    let left = 4;
    let top = 0;
    for (const [name, ink] of Object.values(NAMES)) {
      const needs = Svg.width(name) + 34;
      if (left > 4 && left + needs > width) {
        left = 4;
        top += ROW;
      }
      drawn += rect('segment ' + ink, left, top + 2, 12, 12)
          + text(left + 18, top + 12, 'label', name);
      left += needs;
    }
    return {drawn, height: top + ROW + 8};
  }

  /** The drawing as text; rows: label and decay (null where the curve did not return). */
  function draw(rows, width) {
    const most = Math.max(1, ...rows.map((row) => row.decay?.total ?? 0)) * 1.1;
    const x = (millis) => 4 + Math.max(0, millis) / most * (width - 8);
    const key = legend(width);
    let drawn = key.drawn;
    let top = key.height;
    rows.forEach((row, index) => {
      const height = index === 0 ? FIRST_HEIGHT : HEIGHT;
      const said = row.decay === null ? 'not seen to return' : parts(row.decay);
      const oneRow = Svg.width(row.label) + Svg.width(said) + 40 < width;
      drawn += text(4, top + 12, 'unit', row.label);
      if (!oneRow) top += ROW;
      drawn += oneRow ? text(width - 4, top + 12, 'label end', said)
        : text(4, top + 12, 'label', said);
      top += ROW + 2;
      for (const {kind, from, to} of row.decay === null ? [] : segments(row.decay)) {
        if (to <= from) continue;
        const [name, ink] = NAMES[kind];
        drawn += rect('segment ' + ink, x(from), top, x(to) - x(from), height,
          name + ': ' + Format.seconds(to - from));
      }
      top += height + 8;
    });
    for (const {value, label} of Ticks.seconds(0, most / 1000, width < 700 ? 6 : 12)) {
      drawn += text(x(value * 1000), top + 12, value === 0 ? 'tick' : 'tick middle',
        value === 0 ? '0 s' : label);
    }
    return Svg.frame("Seconds from the load's end to the return", 'drawn', width, top + 22, {}, drawn);
  }

  return {draw};
})();
