// Range functions over recorded samples as a Prometheus of a dialect evaluates them, bit for bit.
// Operations stand in the order in which Prometheus does them. An answer that is not there is null.
const RateModel = (() => {
  const LOOKBACK_MILLIS = 300000;
  const GAPS_UNTIL_EDGE = 1.1;

  /** Samples in two arrays, oldest first, without stale markers; falls are where values drop. */
  function columns(times, values) {
    const falls = [];
    for (let i = 1; i < values.length; i++) {
      if (values[i] < values[i - 1]) falls.push(i);
    }
    return {times, values, falls};
  }

  /** The index of the first of ascending values that is not below a bound. */
  function firstNotBefore(ascending, bound) {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ascending[middle] < bound) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** Rounded as Go's Duration.Seconds() rounds: whole seconds plus the rest. */
  function seconds(millis) {
    return Math.trunc(millis / 1000) + (millis % 1000) * 1e6 / 1e9;
  }

  function cut(dialect, samples, windowMillis, now) {
    const start = now - windowMillis;
    const {times, values, falls} = samples;
    const from = firstNotBefore(times, start + (dialect === 'V3' ? 1 : 0));
    const to = firstNotBefore(times, now + 1);
    return {times, values, falls, from, to, count: to - from, start, now};
  }

  function growth(w) {
    let grown = w.values[w.to - 1] - w.values[w.from];
    for (let k = firstNotBefore(w.falls, w.from + 1); k < w.falls.length; k++) {
      if (w.falls[k] >= w.to) break;
      grown += w.values[w.falls[k] - 1];
    }
    return grown;
  }

  function extrapolation(dialect, w, grown, isCounter) {
    const sampled = (w.times[w.to - 1] - w.times[w.from]) / 1000;
    const gap = sampled / (w.count - 1);
    const limited = (edge) => edge < gap * GAPS_UNTIL_EDGE ? edge : gap / 2;
    const toFirst = (w.times[w.from] - w.start) / 1000;
    const first = w.values[w.from];
    let left;
    if (!isCounter || !(grown > 0 && first >= 0)) {
      left = limited(toFirst);
    } else {
      const toZero = sampled * (first / grown);
      if (dialect === 'V2_42') {
        left = limited(toZero < toFirst ? toZero : toFirst);
      } else {
        left = toZero < limited(toFirst) ? toZero : limited(toFirst);
      }
    }
    const right = limited((w.now - w.times[w.to - 1]) / 1000);
    return ((sampled + left) + right) / sampled;
  }

  function rate(dialect, w, windowMillis) {
    const grown = growth(w);
    return grown * (extrapolation(dialect, w, grown, true) / seconds(windowMillis));
  }

  function increase(dialect, w) {
    const grown = growth(w);
    return grown * extrapolation(dialect, w, grown, true);
  }

  function delta(dialect, w) {
    const difference = w.values[w.to - 1] - w.values[w.from];
    return difference * extrapolation(dialect, w, difference, false);
  }

  function irate(dialect, w) {
    const before = w.values[w.to - 2];
    const after = w.values[w.to - 1];
    return (after < before ? after : after - before)
        / ((w.times[w.to - 1] - w.times[w.to - 2]) / 1000);
  }

  function idelta(dialect, w) {
    return w.values[w.to - 1] - w.values[w.to - 2];
  }

  /** Neumaier's form of Kahan's summation. */
  class CompensatedSum {
    sum = 0;
    compensation = 0;

    add(term) {
      const next = this.sum + term;
      this.compensation += Math.abs(this.sum) >= Math.abs(term)
        ? (this.sum - next) + term : (term - next) + this.sum;
      this.sum = next;
    }

    total() {
      return this.sum + this.compensation;
    }
  }

  function deriv(dialect, w) {
    const first = w.values[w.from];
    let level = true;
    const x = new CompensatedSum();
    const y = new CompensatedSum();
    const xy = new CompensatedSum();
    const xx = new CompensatedSum();
    for (let i = w.from; i < w.to; i++) {
      const xi = (w.times[i] - w.times[w.from]) / 1e3;
      level = level && w.values[i] === first;
      x.add(xi);
      y.add(w.values[i]);
      xy.add(xi * w.values[i]);
      xx.add(xi * xi);
    }
    if (level) return Number.isFinite(first) ? 0 : NaN;
    const covariance = xy.total() - x.total() * y.total() / w.count;
    return covariance / (xx.total() - x.total() * x.total() / w.count);
  }

  function interpolated(samples, index, millis, isCounter) {
    const before = samples.values[index];
    const after = samples.values[index + 1];
    const base = isCounter && after < before ? 0 : before;
    const elapsed = millis - samples.times[index];
    return base + (after - base) * elapsed / (samples.times[index + 1] - samples.times[index]);
  }

  function lostInResets(samples, left, right, begin, end) {
    let lost = 0;
    let previous = left;
    for (let i = begin; i < end; i++) {
      if (samples.values[i] < previous) lost += previous;
      previous = samples.values[i];
    }
    return right < previous ? lost + previous : lost;
  }

  /** anchored and smoothed ranges: the difference of the edges' values, never extrapolated. */
  function extended(name, modifier, samples, windowMillis, now) {
    const {times, values} = samples;
    const smoothed = modifier === 'smoothed';
    const isCounter = name !== 'delta';
    const start = now - windowMillis;
    const from = firstNotBefore(times, start - LOOKBACK_MILLIS + 1);
    const to = firstNotBefore(times, now + (smoothed ? LOOKBACK_MILLIS : 0) + 1);
    if (from === to) return null;
    const first = Math.max(from, firstNotBefore(times, start + 1) - 1);
    const last = smoothed ? Math.min(to - 1, firstNotBefore(times, now)) : to - 1;
    if (times[last] <= start || (smoothed && times[first] > now)) return null;
    const left = smoothed && times[first] < start
      ? interpolated(samples, first, start, isCounter) : values[first];
    const right = smoothed && last > from && times[last] > now
      ? interpolated(samples, last - 1, now, isCounter) : values[last];
    let difference = right - left;
    if (isCounter) {
      const begin = times[first] <= start ? first + 1 : first;
      const end = times[last] >= now ? last : last + 1;
      difference += lostInResets(samples, left, right, begin, end);
    }
    return name === 'rate' ? difference / seconds(windowMillis) : difference;
  }

  /** From how many samples of a window to the next one something happened. */
  function count(w, isBetween) {
    let counted = 0;
    for (let i = w.from + 1; i < w.to; i++) {
      if (isBetween(w.values[i - 1], w.values[i])) counted++;
    }
    return counted;
  }

  function resets(dialect, w) {
    return count(w, (before, after) => after < before);
  }

  function changes(dialect, w) {
    return count(w, (before, after) =>
      after !== before && !(Number.isNaN(after) && Number.isNaN(before)));
  }

  const PLAIN = {rate, increase, delta, irate, idelta, deriv, resets, changes};
  const OF_ONE_SAMPLE = ['resets', 'changes'];

  /** One function over one series at one instant; null where Prometheus has no result. */
  function valueAt(dialect, name, modifier, samples, windowMillis, now) {
    if (modifier !== 'plain') return extended(name, modifier, samples, windowMillis, now);
    const window = cut(dialect, samples, windowMillis, now);
    const least = OF_ONE_SAMPLE.includes(name) ? 1 : 2;
    return window.count < least ? null : PLAIN[name](dialect, window, windowMillis);
  }

  /** The sum over series, as sum() of the dialect adds; null where no series has a value. */
  function sumAt(dialect, name, modifier, series, windowMillis, now) {
    const addends = [];
    for (const samples of series) {
      const value = valueAt(dialect, name, modifier, samples, windowMillis, now);
      if (value !== null) addends.push(value);
    }
    if (addends.length === 0) return null;
    if (dialect === 'V2_42' || dialect === 'V2_51') return addends.reduce((a, b) => a + b);
    const sum = new CompensatedSum();
    addends.forEach((addend) => sum.add(addend));
    return sum.total();
  }

  return {columns, valueAt, sumAt, firstNotBefore};
})();
