// Durations as people write them: 30s, 1m30s, 250ms. All values are milliseconds.
const Durations = (() => {
  const UNITS = {ms: 1, s: 1000, m: 60000, h: 3600000};
  const PARTS = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/;

  /** The milliseconds of a text, null if it is no duration. A number alone is in seconds. */
  function parse(text) {
    const trimmed = text.trim();
    if (/^\d+(\.\d+)?$/.test(trimmed)) return Math.round(Number(trimmed) * 1000);
    if (!PARTS.test(trimmed)) return null;
    let millis = 0;
    for (const part of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
      millis += Number(part[1]) * UNITS[part[2]];
    }
    return Math.round(millis);
  }

  function print(millis) {
    if (millis === 0) return '0s';
    if (millis < 1000) return millis + 'ms';
    const hours = Math.floor(millis / UNITS.h);
    const minutes = Math.floor(millis % UNITS.h / UNITS.m);
    const seconds = millis % UNITS.m / 1000;
    return (hours > 0 ? hours + 'h' : '') + (minutes > 0 ? minutes + 'm' : '')
        + (seconds > 0 ? seconds + 's' : '');
  }

  /** A nominal duration at a run's speed: the only place where the page scales. */
  function actual(nominalMillis, speed) {
    return nominalMillis === 0 ? 0 : Math.max(1, Math.round(nominalMillis / speed));
  }

  return {parse, print, actual};
})();
