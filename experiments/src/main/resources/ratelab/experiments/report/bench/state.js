// What the controls say, and its form in the page's address. Durations are nominal milliseconds.
const State = (() => {
  const WINDOW = {least: 5000, most: 600000};
  const SCRAPE = {least: 1000, most: 60000};
  const STEP = {least: 100, most: 600000};
  const DIALECTS = {'2.42': 'V2_42', '2.51': 'V2_51', '2.54': 'V2_54', '3': 'V3'};
  const FUNCTIONS = [
    'rate', 'increase', 'irate', 'delta', 'idelta', 'deriv', 'naive', 'rate-anchored',
    'increase-anchored', 'delta-anchored', 'rate-smoothed', 'increase-smoothed', 'delta-smoothed'];

  /** The report's own view: the first window over the scrapes as recorded, the others pinned. */
  function initial(run) {
    const [window = 30000, ...pins] = run.nominalWindowMillis;
    return {
      window, scrape: null, phase: 0, step: null, fn: 'rate', dialect: run.dialect,
      counter: Object.keys(run.counters)[0], pins,
    };
  }

  function within(text, {least, most}) {
    const millis = Durations.parse(text);
    return millis !== null && millis >= least && millis <= most ? millis : null;
  }

  function dialectWord(dialect) {
    return Object.keys(DIALECTS).find((word) => DIALECTS[word] === dialect);
  }

  /** The state of a fragment; what it does not say, or says wrongly, is as in the report. */
  function parse(run, fragment) {
    const state = initial(run);
    const said = new URLSearchParams(fragment.replace(/^#/, ''));
    const text = (key) => said.get(key) ?? '';
    state.window = within(text('w'), WINDOW) ?? state.window;
    state.scrape = within(text('s'), SCRAPE);
    if (state.scrape !== null) {
      state.phase = within(text('phi'), {least: 0, most: state.scrape}) ?? 0;
    }
    state.step = within(text('e'), STEP);
    if (FUNCTIONS.includes(text('f'))) state.fn = text('f');
    state.dialect = DIALECTS[text('d')] ?? state.dialect;
    if (text('c') in run.counters) state.counter = text('c');
    if (said.has('p')) {
      state.pins = text('p').split(',').map((pin) => within(pin, WINDOW))
        .filter((pin) => pin !== null);
    }
    return state;
  }

  /** The fragment that restores a state. */
  function print(run, state) {
    const usual = initial(run);
    const said = ['w=' + Durations.print(state.window)];
    if (state.scrape !== null) {
      said.push('s=' + Durations.print(state.scrape), 'phi=' + Durations.print(state.phase));
    }
    if (state.step !== null) said.push('e=' + Durations.print(state.step));
    if (state.fn !== usual.fn) said.push('f=' + state.fn);
    if (state.dialect !== usual.dialect) said.push('d=' + dialectWord(state.dialect));
    if (state.counter !== usual.counter) said.push('c=' + state.counter);
    const pins = state.pins.map(Durations.print).join(',');
    if (pins !== usual.pins.map(Durations.print).join(',')) said.push('p=' + pins);
    return '#' + said.join('&');
  }

  /** What the model evaluates for one of the state's windows; actual milliseconds. */
  function view(run, state, window = state.window, counter = state.counter) {
    const [name, modifier = 'plain'] = state.fn.split('-');
    const actual = (nominal) => nominal === null ? null : Durations.actual(nominal, run.speed);
    return {
      name, modifier, counter, dialect: state.dialect, windowMillis: actual(window),
      scrapeMillis: actual(state.scrape), phaseMillis: actual(state.phase),
      stepMillis: actual(state.step),
    };
  }

  /** The query as it is said: rate[30s], increase[1m] anchored. */
  function label(state, window = state.window) {
    const [name, modifier = ''] = state.fn.split('-');
    const said = name === 'naive' ? '(B − A) / W, W = ' + Durations.print(window)
      : name + '[' + Durations.print(window) + ']';
    return modifier === '' ? said : said + ' ' + modifier;
  }

  /** Whether an address holds a state and no section's name. */
  const isIn = (fragment) => fragment.includes('=');

  return {initial, parse, print, view, label, isIn, WINDOW, SCRAPE};
})();
