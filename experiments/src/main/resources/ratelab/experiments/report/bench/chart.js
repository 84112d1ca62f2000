// Curves over time, drawn as the report draws its own: legend, labels of marks, strips and the plot
// from top to bottom. Rows are reserved, so that nothing moves while a control does.
const Chart = (() => {
  const RIGHT_MARGIN = 14;
  const AXIS_HEIGHT = 50;
  const HEADROOM = 0.15;
  const SWATCH = 22;
  const NARROW = 700;
  const DISTANCE = 4;
  const {ROW, text, path, rect, at} = Svg;

  /** From 0, or below where values are, to a little above the highest value. */
  function fromZero(lines, ...more) {
    let low = 0;
    let high = 0;
    for (const values of [...lines.map((line) => line.y), more]) {
      for (const value of values) {
        if (value === null || !Number.isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return high > low ? [low, high + (high - low) * HEADROOM] : [0, 1];
  }

  const scale = ([low, high], atLow, atHigh) => (value) =>
    atLow + (Math.min(high, Math.max(low, value)) - low) / (high - low) * (atHigh - atLow);

  function legend(spec, width) {
    let drawn = text(4, 12, 'unit', spec.unit);
    let x = 4 + Svg.width(spec.unit) * 1.08 + ROW;
    let top = 0;
    const entry = (name, swatch) => {
      if (x > 4 && x + SWATCH + Svg.width(name) > width) {
        x = 4;
        top += ROW;
      }
      drawn += swatch(x, top) + text(x + SWATCH, top + 12, 'label', name);
      x += SWATCH + Svg.width(name) + ROW;
    };
    spec.lines.forEach((line) => entry(line.name, (left, y) =>
      path('line ' + line.ink + ' ' + line.dash, `M${at(left)} ${y + 8}h${SWATCH - 4}`)));
    spec.bands.forEach((band) => entry(band.label, (left, y) =>
      rect('band', left, y + 2, SWATCH - 4, 12)));
    return {drawn, height: top + ROW};
  }

  /** A row for each label such that none touches another, nor a line that goes on below it. */
  function placed(marks, x, right) {
    const all = [];
    for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
      const line = x(mark.x);
      const width = Svg.width(mark.label);
      const from = line + width <= right ? line + DISTANCE : line - DISTANCE - width;
      let row = 0;
      const collides = (other) => other.mark.label !== '' && (
        (other.row === row && from < other.to + DISTANCE && from + width > other.from - DISTANCE)
        || (other.row > row && line > other.from && line < other.to));
      while (mark.label !== '' && all.some(collides)) row++;
      all.push({mark, line, from, to: from + width, row});
    }
    return all;
  }

  function drawMarks(all, top, plot) {
    return all.map(({mark, line, from, row}) => {
      const lineTop = mark.label === '' ? plot.top : top + row * ROW + 3;
      return Svg.element('g', {class: 'mark ' + mark.ink},
        Svg.element('title', {}, Svg.escape(mark.detail))
        + path(mark.dash, `M${at(line)} ${at(lineTop)}V${at(plot.bottom)}`)
        + (mark.label === '' ? '' : text(from, top + row * ROW + 12, 'label', mark.label)));
    }).join('');
  }

  function drawStrips(strips, x, top, right) {
    return strips.map((strip, row) => {
      const y = top + row * ROW;
      const from = x(strip.from);
      const to = Math.max(x(strip.to), from + 2);
      const fits = from - Svg.width(strip.label) - 6 >= 0;
      const label = fits ? text(from - 6, y + 12, 'label end', strip.label)
        : text(Math.min(to + 6, right - Svg.width(strip.label)), y + 12, 'label', strip.label);
      return Svg.element('g', {class: 'strip ' + strip.ink},
        Svg.element('title', {}, Svg.escape(strip.detail))
        + rect('bar', from, y + 4, to - from, 8) + label);
    }).join('');
  }

  function drawSpans(spans, x, plot) {
    return spans.map((span) => {
      const from = x(span.from);
      const width = x(span.to) - from;
      if (width <= 0) return '';
      const label = width > Svg.width(span.label) + 8
        ? text(from + width / 2, plot.top + 14, 'span-label middle', span.label) : '';
      return rect('span ' + span.ink, from, plot.top, width, plot.bottom - plot.top) + label;
    }).join('');
  }

  function axes(spec, x, y, plot, width) {
    const clock = (second) => new Date(spec.zero + Math.round(second * 1000))
      .toISOString().slice(11, 19);
    let drawn = '';
    for (const {value, label} of Ticks.decimal(...spec.values, 5)) {
      drawn += path('grid', `M${at(plot.left)} ${at(y(value))}H${at(plot.right)}`)
          + text(plot.left - 6, y(value) + 4, 'tick end', label);
    }
    for (const {value, label} of Ticks.seconds(...spec.time, width < NARROW ? 6 : 12)) {
      const edge = x(value) + 25 > width;
      drawn += path('grid', `M${at(x(value))} ${at(plot.top)}V${at(plot.bottom)}`)
          + text(x(value), plot.bottom + 15, 'tick middle', label)
          + text(edge ? width : x(value), plot.bottom + 29, edge ? 'clock end' : 'clock middle',
            clock(value));
    }
    return drawn + path('axis', `M${at(plot.left)} ${at(plot.bottom)}H${at(plot.right)}`)
        + text(plot.right, plot.bottom + 45, 'tick end',
          'seconds since the load began, and time of day (UTC)');
  }

  /** A line that gaps interrupt; a point alone is a dot, and level stretches are one stroke. */
  function through(line, x, y) {
    const {x: xs, y: ys} = line;
    let d = '';
    for (let i = 0; i < xs.length; i++) {
      if (ys[i] === null) continue;
      const begins = i === 0 || ys[i - 1] === null;
      const ends = i + 1 === xs.length || ys[i + 1] === null;
      if (!begins && !ends && ys[i] === ys[i - 1] && ys[i] === ys[i + 1]) continue;
      d += (begins ? 'M' : 'L') + at(x(xs[i])) + ' ' + at(y(ys[i])) + (begins && ends ? 'h0' : '');
    }
    return d;
  }

  function curves(spec, x, y, plot) {
    const empty = spec.lines.every((line) => line.y.every((value) => value === null));
    return empty
      ? text((plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2, 'label middle', 'no data')
      : [...spec.lines].reverse().map((line) =>
        path('line ' + line.ink + ' ' + line.dash, through(line, x, y))).join('');
  }

  /**
   * The drawing as text, and where its plot lies.
   *
   * spec: name, title, unit, zero, time, values, lines, bands, spans, strips, marks, markRows
   */
  function draw(spec, width) {
    const narrow = width < NARROW;
    const key = legend(spec, width);
    const left = narrow ? 50 : 56;
    const x = scale(spec.time, left, width - RIGHT_MARGIN);
    const inTime = (value) => value >= spec.time[0] && value <= spec.time[1];
    const labels = placed(spec.marks.filter((mark) => inTime(mark.x)), x, width - RIGHT_MARGIN);
    const labelsTop = key.height + 4;
    const rows = Math.max(spec.markRows, ...labels.map((label) => label.row + 1));
    const stripsTop = labelsTop + rows * ROW;
    const strips = spec.strips.filter((s) => s.to >= spec.time[0] && s.from <= spec.time[1]);
    const top = stripsTop + spec.strips.length * ROW + 6;
    const plot = {left, right: width - RIGHT_MARGIN, top, bottom: top + (narrow ? 200 : 230)};
    const y = scale(spec.values, plot.bottom, plot.top);
    const bands = spec.bands.map((band) => rect('band', plot.left, y(band.high),
      plot.right - plot.left, Math.max(2, y(band.low) - y(band.high)))).join('');
    const height = plot.bottom + AXIS_HEIGHT;
    const content = key.drawn + drawSpans(spec.spans, x, plot) + bands
        + axes(spec, x, y, plot, width) + curves(spec, x, y, plot)
        + drawStrips(strips, x, stripsTop, plot.right) + drawMarks(labels, labelsTop, plot);
    return Svg.frame(spec.title, 'drawn', width, height, {
      'data-figure': spec.name,
      'data-plot': [plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top].join(' '),
      'data-time': spec.time.map((second) => Math.round(second * 1000)).join(' '),
    }, content);
  }

  return {draw, fromZero};
})();
