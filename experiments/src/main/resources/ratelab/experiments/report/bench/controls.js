// The controls and what they say. They change the state and call back; they evaluate nothing.
const Controls = (() => {
  const PHASE_STOP = 100;
  const element = (id) => document.getElementById('bench-' + id);

  /** Where the window slider stops: round durations, closer together where they are short. */
  const WINDOWS = (() => {
    const stops = [];
    let millis = State.WINDOW.least;
    while (millis <= State.WINDOW.most) {
      stops.push(millis);
      millis += millis < 60000 ? 1000 : millis < 180000 ? 5000 : 15000;
    }
    return stops;
  })();

  const nearestWindow = (millis) => WINDOWS.reduce((best, stop, i) =>
    Math.abs(stop - millis) < Math.abs(WINDOWS[best] - millis) ? i : best, 0);

  /** Both of a duration's inputs: a slider for the hand, a text for exactness. */
  function pair(id, limits, position, millisAt, change) {
    const slider = element(id);
    const exact = element(id + '-exact');
    slider.addEventListener('input', () => change(millisAt(Number(slider.value))));
    exact.addEventListener('change', () => {
      const millis = Durations.parse(exact.value);
      const {least, most} = limits();
      const fits = millis !== null && millis >= least && millis <= most;
      exact.setCustomValidity(fits ? '' : 'Write a duration between ' + Durations.print(least)
          + ' and ' + Durations.print(most) + ', such as 30s or 1m30s.');
      if (fits) change(millis); else exact.reportValidity();
    });
    return (millis, isOn) => {
      slider.value = position(millis);
      slider.setAttribute('aria-valuetext', Durations.print(millis));
      if (document.activeElement !== exact || exact.checkValidity()) {
        exact.value = Durations.print(millis);
        exact.setCustomValidity('');
      }
      slider.disabled = !isOn;
      exact.disabled = !isOn;
    };
  }

  function select(id, read, change) {
    element(id).addEventListener('change', (event) => change(event.target.value));
    return (state) => {
      const value = read(state);
      const known = [...element(id).options].some((option) => option.value === value);
      if (!known) element(id).add(new Option(value, value));
      element(id).value = value;
    };
  }

  function pins(state, change) {
    element('pins').replaceChildren(...state.pins.map((pin, index) => {
      const button = Object.assign(document.createElement('button'), {
        type: 'button', className: 'pin', textContent: Durations.print(pin) + ' ×'});
      button.setAttribute('aria-label', 'Take the window ' + Durations.print(pin) + ' off');
      button.addEventListener('click', () =>
        change({pins: state.pins.filter((_, i) => i !== index)}));
      return button;
    }));
  }

  /**
   * Connects the controls; change is called with what a reader changed. The answer shows a state.
   */
  function connect(run, change, current) {
    const recorded = run.nominalScrapeMillis;
    const interval = () => current().scrape ?? recorded;
    element('window').max = WINDOWS.length - 1;
    const window = pair('window', () => State.WINDOW, nearestWindow,
      (position) => WINDOWS[position], (millis) => change({window: millis}));
    const scrape = pair('scrape', () => State.SCRAPE, (millis) => millis / 1000,
      (position) => position * 1000,
      (millis) => change({scrape: millis, phase: Math.min(current().phase, millis)}));
    const phase = pair('phase', () => ({least: 0, most: interval()}),
      (millis) => millis / PHASE_STOP, (position) => position * PHASE_STOP,
      (millis) => change({phase: millis}));
    element('recorded').addEventListener('change', (event) =>
      change(event.target.checked ? {scrape: null, phase: 0} : {scrape: recorded, phase: 0}));
    const selects = [
      select('function', (state) => state.fn, (fn) => change({fn})),
      select('dialect', (state) => state.dialect, (dialect) => change({dialect})),
      select('counter', (state) => state.counter, (counter) => change({counter})),
      select('step', (state) => state.step === null ? 'auto' : Durations.print(state.step),
        (text) => change({step: Durations.parse(text)})),
    ];
    element('pin').addEventListener('click', () => {
      const {pins: pinned, window: millis} = current();
      if (!pinned.includes(millis)) change({pins: [...pinned, millis].sort((a, b) => a - b)});
    });
    element('reset').addEventListener('click', () => change(State.initial(run)));
    return (state) => {
      window(state.window, true);
      element('recorded').checked = state.scrape === null;
      scrape(state.scrape ?? recorded, state.scrape !== null);
      element('phase').max = Math.floor(interval() / PHASE_STOP);
      phase(state.phase, state.scrape !== null);
      selects.forEach((show) => show(state));
      pins(state, change);
    };
  }

  return {connect};
})();
