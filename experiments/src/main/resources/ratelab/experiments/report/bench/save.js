// Files that the reader keeps: made in the page, sent nowhere.
const Save = (() => {
  /** The drawing's own style with the colours of the page as it is shown, so that it stands alone. */
  function standalone(svg) {
    const colours = getComputedStyle(document.documentElement);
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.selectorText?.startsWith('.drawing'))
      .map((rule) => rule.cssText.replace(/var\((--[a-z-]+)\)/g,
        (_, name) => colours.getPropertyValue(name).trim()));
    const copy = svg.cloneNode(true);
    copy.querySelectorAll('.hair').forEach((hair) => hair.remove());
    const [, , width, height] = svg.getAttribute('viewBox').split(' ');
    copy.setAttribute('width', width);
    copy.setAttribute('height', height);
    const style = Svg.element('style', {}, rules.join('\n'))
        + Svg.element('rect', {class: 'paper', width: '100%', height: '100%'});
    copy.innerHTML = style + copy.innerHTML;
    return new XMLSerializer().serializeToString(copy);
  }

  function cell(value) {
    if (value === null) return '';
    const text = String(value);
    return /[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  }

  /** Comma-separated values; a null is an empty cell. */
  const csv = (rows) => rows.map((row) => row.map(cell).join(',')).join('\n') + '\n';

  /** The points of several curves over the same instants. */
  function curves(names, all) {
    const rows = all[0].times.map((time, i) => [time, ...all.map((curve) => curve.values[i])]);
    return csv([['timestamp_ms', ...names], ...rows]);
  }

  function file(name, type, content) {
    const url = URL.createObjectURL(new Blob([content], {type}));
    const link = Object.assign(document.createElement('a'), {href: url, download: name});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  return {standalone, csv, curves, file};
})();
