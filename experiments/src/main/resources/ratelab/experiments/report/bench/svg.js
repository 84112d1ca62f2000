// SVG as text, in the classes of the report's own drawings.
const Svg = (() => {
  const ROW = 16;
  const CHARACTER = 6.2;
  const ESCAPES = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

  const escape = (text) => String(text).replace(/[&<>"']/g, (c) => ESCAPES[c]);
  const at = (coordinate) => Math.round(coordinate * 10) / 10;

  function element(name, attributes, content = '') {
    let written = '<' + name;
    for (const [key, value] of Object.entries(attributes)) {
      written += ' ' + key + '="' + (typeof value === 'number' ? at(value) : escape(value)) + '"';
    }
    return written + '>' + content + '</' + name + '>';
  }

  const text = (x, y, cssClass, content) =>
    element('text', {class: cssClass, x, y}, escape(content));
  const path = (cssClass, d) => element('path', {class: cssClass, d});
  const rect = (cssClass, x, y, width, height, title = '') =>
    element('rect', {class: cssClass, x, y, width, height},
      title === '' ? '' : element('title', {}, escape(title)));

  /** About how wide a text in 11 px is; no font is measured, as in the report's own drawings. */
  const width = (content) => [...content].length * CHARACTER;

  /** The outermost element. Its width and height are its own pixels, so that text has one size. */
  function frame(title, cssClass, w, h, attributes, content) {
    return element('svg', {
      class: 'drawing ' + cssClass, xmlns: 'http://www.w3.org/2000/svg',
      viewBox: '0 0 ' + at(w) + ' ' + at(h), role: 'img', 'aria-label': title, ...attributes,
    }, content);
  }

  return {element, text, path, rect, width, frame, at, escape, ROW};
})();
