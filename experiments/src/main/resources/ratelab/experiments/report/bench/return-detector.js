// When a curve is back: from where on it stays in its band for a whole hold time. The first zero is
// never the end.
const ReturnDetector = (() => {
  /**
   * The instant, or null. A gap in the curve of up to bridgeMillis neither confirms nor ends a stay.
   */
  function find(curve, fromMillis, holdMillis, bridgeMillis, isBack) {
    let since = null;
    let lastValue = null;
    for (let i = 0; i < curve.times.length; i++) {
      const now = curve.times[i];
      const value = curve.values[i];
      if (now < fromMillis || value === null) continue;
      const bridged = lastValue !== null && now - lastValue <= bridgeMillis;
      lastValue = now;
      if (!isBack(value)) {
        since = null;
        continue;
      }
      since = bridged && since !== null ? since : now;
      if (now - since >= holdMillis) return since;
    }
    return null;
  }

  return {find};
})();
