// A cross-hair with values over every chart. Without it the page says all the same, but for these.
(() => {
  'use strict';
  const figures = JSON.parse(document.getElementById('curve-data').textContent);

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

  function number(value) {
    return value === null ? 'no data' : String(Number(value.toPrecision(4)));
  }

  function lines(figure, second) {
    const rows = [];
    for (const line of figure.lines) {
      if (line.x.length > 0) {
        rows.push(line.name + ': ' + number(line.y[nearest(line.x, second)]));
      }
    }
    return rows;
  }

  function attach(svg) {
    const figure = figures[svg.dataset.figure];
    const [left, top, width, height] = svg.dataset.plot.split(' ').map(Number);
    const [from, to] = svg.dataset.time.split(' ').map((millis) => Number(millis) / 1000);
    const hair = document.createElementNS('http://www.w3.org/2000/svg', 'line');
    hair.setAttribute('class', 'hair');
    hair.setAttribute('y1', top);
    hair.setAttribute('y2', top + height);
    hair.setAttribute('visibility', 'hidden');
    svg.append(hair);
    const readout = document.createElement('div');
    readout.className = 'readout';
    readout.hidden = true;
    svg.parentElement.append(readout);

    function hide() {
      readout.hidden = true;
      hair.setAttribute('visibility', 'hidden');
    }

    function show(event) {
      const box = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / box.width;
      const x = (event.clientX - box.left) * scale;
      if (x < left || x > left + width) {
        hide();
        return;
      }
      const second = from + (x - left) / width * (to - from);
      hair.setAttribute('x1', x);
      hair.setAttribute('x2', x);
      hair.setAttribute('visibility', 'visible');
      readout.replaceChildren(...[second.toFixed(1) + ' s, ' + figure.unit, ...lines(figure, second)]
        .map((text) => Object.assign(document.createElement('div'), {textContent: text})));
      readout.hidden = false;
      const host = svg.parentElement.getBoundingClientRect();
      const beside = event.clientX - host.left + 14;
      const fits = beside + readout.offsetWidth < host.width;
      readout.style.left = (fits ? beside : beside - readout.offsetWidth - 28) + 'px';
      readout.style.top = (box.top - host.top + (top + 20) / scale) + 'px';
    }

    svg.addEventListener('pointermove', show);
    svg.addEventListener('pointerdown', show);
    svg.addEventListener('pointerleave', hide);
  }

  document.querySelectorAll('svg[data-figure]').forEach(attach);
  document.documentElement.classList.add('script');
})();
