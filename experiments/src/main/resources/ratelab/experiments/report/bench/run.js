// The run that the page is about, as its data element tells it.
const Run = (() => {
  function columns({first, gaps, values}) {
    let now = first;
    return RateModel.columns(gaps.map((gap) => now += gap), values);
  }

  /** The run; null where the page has no samples. */
  function read(json) {
    const run = JSON.parse(json);
    if (run === null) return null;
    for (const [name, series] of Object.entries(run.counters)) {
      run.counters[name] = series.map(columns);
    }
    run.readings = columns(run.readings);
    return run;
  }

  return {read};
})();
