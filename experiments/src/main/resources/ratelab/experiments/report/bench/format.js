// Numbers as text: a point, no grouping, a true minus sign, no exponent.
const Format = (() => {
  const plain = (text) => text.replace('-', '−');

  return {
    /** Exactly so many decimals. */
    fixed: (value, decimals) => plain((value === 0 ? 0 : value).toFixed(decimals)),

    /** At most so many significant digits. */
    digits(value, count) {
      if (value === 0) return '0';
      const places = Math.max(0, count - 1 - Math.floor(Math.log10(Math.abs(value))));
      const text = value.toFixed(Math.min(20, places));
      return plain(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
    },

    seconds: (millis) => plain((millis / 1000).toFixed(1)) + ' s',

    percent: (share) => plain((share * 100).toFixed(1)) + ' %',
  };
})();
