// A cross-hair over every chart, at one instant in all of them. Without it the page says all the
// same, but for these values.
const Crosshair = (() => {
  const charts = new WeakMap();
  const readouts = new WeakMap();
  let instant = null;

  /** The index of the point nearest to x; xs ascend. */
  function nearest(xs, x) {
    let low = 0;
    let high = xs.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (xs[middle] < x) low = middle; else high = middle;
    }
    return x - xs[low] < xs[high] - x ? low : high;
  }

  const number = (value) => value === null ? 'no data' : String(Number(value.toPrecision(4)));

  function lines(chart) {
    return chart.lines.filter((line) => line.x.length > 0)
      .map((line) => line.name + ': ' + number(line.y[nearest(line.x, instant)]));
  }

  function geometry(svg) {
    const [left, top, width, height] = svg.dataset.plot.split(' ').map(Number);
    const [from, to] = svg.dataset.time.split(' ').map((millis) => Number(millis) / 1000);
    return {left, top, width, height, from, to};
  }

  function hairOf(svg, {top, height}) {
    let hair = svg.querySelector('.hair');
    if (hair === null) {
      hair = document.createElementNS('http://www.w3.org/2000/svg', 'line');
      hair.setAttribute('class', 'hair');
      svg.append(hair);
    }
    hair.setAttribute('y1', top);
    hair.setAttribute('y2', top + height);
    return hair;
  }

  function readoutOf(svg) {
    let readout = readouts.get(svg);
    if (readout === undefined) {
      readout = document.createElement('div');
      readout.className = 'readout';
      readouts.set(svg, readout);
      svg.parentElement.append(readout);
    }
    return readout;
  }

  function draw(svg) {
    const chart = charts.get(svg);
    const plot = geometry(svg);
    const readout = readoutOf(svg);
    const hair = hairOf(svg, plot);
    const inside = instant !== null && instant >= plot.from && instant <= plot.to;
    readout.hidden = !inside;
    hair.setAttribute('visibility', inside ? 'visible' : 'hidden');
    if (!inside) return;
    const x = plot.left + (instant - plot.from) / (plot.to - plot.from) * plot.width;
    hair.setAttribute('x1', x);
    hair.setAttribute('x2', x);
    readout.replaceChildren(...[instant.toFixed(1) + ' s, ' + chart.unit, ...lines(chart)]
      .map((text) => Object.assign(document.createElement('div'), {textContent: text})));
    const box = svg.getBoundingClientRect();
    const host = svg.closest('figure').getBoundingClientRect();
    const shown = box.width / svg.viewBox.baseVal.width;
    const beside = box.left - host.left + x * shown + 14;
    const fits = beside + readout.offsetWidth < host.width;
    readout.style.left = (fits ? beside : beside - readout.offsetWidth - 28) + 'px';
    readout.style.top = (box.top - host.top + (plot.top + 20) * shown) + 'px';
  }

  /** Shows an instant, in seconds since the load began, in every chart; null hides it. */
  function show(second) {
    instant = second;
    for (const svg of document.querySelectorAll('svg[data-figure]')) {
      if (charts.has(svg) && svg.getClientRects().length > 0) draw(svg);
    }
  }

  function point(event) {
    const svg = event.target.closest?.('svg[data-figure]') ?? null;
    if (svg === null || !charts.has(svg)) {
      if (instant !== null) show(null);
      return;
    }
    const {left, width, from, to} = geometry(svg);
    const box = svg.getBoundingClientRect();
    const x = (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width;
    show(x < left || x > left + width ? null : from + (x - left) / width * (to - from));
  }

  /** Gives a drawing its values: unit, and lines of name, x and y. */
  function attach(svg, chart) {
    charts.set(svg, chart);
    if (instant !== null) draw(svg);
  }

  /** Takes the charts that the page came with, and follows the pointer. */
  function start(drawn) {
    for (const svg of document.querySelectorAll('svg[data-figure]')) {
      if (svg.dataset.figure in drawn) attach(svg, drawn[svg.dataset.figure]);
    }
    document.addEventListener('pointermove', point);
    document.addEventListener('pointerdown', point);
    document.addEventListener('pointerleave', () => show(null));
  }

  return {start, attach, show, at: () => instant};
})();
