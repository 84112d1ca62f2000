// Round numbers along an axis.
const Ticks = (() => {
  const DECADE = [1, 2, 5, 10];
  const SECONDS = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

  const stepAtLeast = (least, steps) =>
    steps.find((step) => step >= least * (1 - 1e-9)) ?? steps[steps.length - 1];

  function multiples(step, low, high) {
    const values = [];
    for (let i = Math.ceil(low / step - 1e-9); i <= Math.floor(high / step + 1e-9); i++) {
      values.push(i * step);
    }
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return values.map((value) => ({value, label: Format.fixed(value, decimals)}));
  }

  /** Multiples of 1, 2 or 5 times a power of ten. */
  function decimal(low, high, wanted) {
    const least = (high - low) / wanted;
    const decade = 10 ** Math.floor(Math.log10(least));
    return multiples(stepAtLeast(least / decade, DECADE) * decade, low, high);
  }

  /** Multiples of what people count seconds, minutes and hours by. */
  function seconds(low, high, wanted) {
    const least = (high - low) / wanted;
    return least < 1 || least > SECONDS[SECONDS.length - 1]
      ? decimal(low, high, wanted) : multiples(stepAtLeast(least, SECONDS), low, high);
  }

  return {decimal, seconds};
})();
