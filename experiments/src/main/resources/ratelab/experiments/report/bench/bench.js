// The laboratory bench: controls, state, findings and drawings together.
const Bench = (() => {
  const ADDRESS_AFTER_MILLIS = 200;
  const element = (id) => document.getElementById('bench-' + id);
  let run;
  let state;
  let shown;
  let showControls;
  let frame = null;
  let addressTimer = null;

  /** Everything that a state shows, evaluated from the raw samples. */
  function evaluate() {
    const seen = Scrapes.of(run, State.view(run, state));
    const of = (window) => Findings.of(run, State.view(run, state, window), seen);
    return {seen, finding: of(state.window), pinned: state.pins.map(of)};
  }

  function figure(id, spec) {
    const host = element(id);
    if (host === null || host.clientWidth === 0) return;
    host.innerHTML = Chart.draw(spec, host.clientWidth);
    Crosshair.attach(host.firstElementChild, spec);
  }

  function text(id, content) {
    element(id).textContent = content;
  }

  const afterLoad = (millis) => Format.seconds(millis - run.marks.loadEnd);

  function numbers({finding}) {
    text('title', State.label(state));
    text('visible', Format.percent(finding.visible));
    text('seen', finding.seen === null ? 'nothing seen' : Format.percent(finding.seen) + ' seen');
    text('back', finding.back === null ? 'not seen' : afterLoad(finding.back));
    text('expected', Number.isFinite(finding.derived.latest)
      ? afterLoad(finding.derived.earliest) + ' to ' + afterLoad(finding.derived.latest) : 'not known');
    text('speed', run.speed === 1 ? ''
      : 'All seconds are actual ones; the controls name nominal durations, '
        + Format.digits(run.speed, 3) + ' times as long.');
  }

  const HEADINGS = [
    'query', 'visible_share', 'seen_share', 'expected_from_s', 'expected_to_s', 'back_s', 'drain_s',
    'phase_s', 'tail_s'];

  /** The numbers of each window in seconds after the load's end; what is not known is null. */
  function table({finding, pinned}) {
    const seconds = (millis) => millis === undefined || millis === null ? null : millis / 1000;
    return [finding, ...pinned].map((f, i) => [
      State.label(state, [state.window, ...state.pins][i]), f.visible, f.seen,
      seconds(f.derived.earliest - run.marks.loadEnd), seconds(f.derived.latest - run.marks.loadEnd),
      seconds(f.back === null ? null : f.back - run.marks.loadEnd),
      seconds(f.decay?.drain), seconds(f.decay?.phase), seconds(f.decay?.tail)]);
  }

  function showTable(rows) {
    const labels = [...element('table').querySelectorAll('th')].map((th) => th.textContent);
    const say = (value, i) => value === null ? 'not seen'
      : i === 0 ? value : i < 3 ? Format.percent(value) : Format.fixed(value, 1) + ' s';
    element('table').tBodies[0].replaceChildren(...rows.map((row) => {
      const tr = document.createElement('tr');
      row.forEach((value, i) => {
        const td = tr.insertCell();
        td.dataset.label = labels[i];
        td.append(Object.assign(document.createElement('span'), {textContent: say(value, i)}));
      });
      return tr;
    }));
  }

  function warnings({finding}) {
    const all = Warnings.of(run, finding);
    element('warnings').replaceChildren(...(all.length === 0
      ? [Object.assign(document.createElement('li'), {
        className: 'fine', textContent: 'Nothing to warn of in this view.'})]
      : all.map((warning) =>
        Object.assign(document.createElement('li'), {textContent: warning}))));
  }

  function bars({finding, pinned}) {
    const host = element('bars');
    const rows = [finding, ...pinned].map((f, i) => ({
      label: State.label(state, [state.window, ...state.pins][i])
          + (f.decay === null ? '' : ': back after ' + Format.seconds(f.decay.total)),
      decay: f.decay,
    }));
    host.innerHTML = Bars.draw(rows, host.clientWidth);
  }

  function render() {
    frame = null;
    const before = performance.now();
    shown = evaluate();
    showControls(state);
    numbers(shown);
    figure('curve', Figures.curve(run, state, shown.finding, shown.pinned));
    bars(shown);
    warnings(shown);
    showTable(table(shown));
    figure('close-up', Figures.closeUp(run, state, shown.finding));
    for (const spec of Figures.counters(run, state, shown.seen, shown.finding)) {
      figure(spec.name, spec);
    }
    document.documentElement.dataset.renderMillis = (performance.now() - before).toFixed(1);
  }

  function later() {
    if (frame === null) frame = requestAnimationFrame(render);
  }

  /** The address follows, without a step in the reader's history for each move of a slider. */
  function writeAddress() {
    clearTimeout(addressTimer);
    addressTimer = setTimeout(() =>
      history.replaceState(null, '', State.print(run, state)), ADDRESS_AFTER_MILLIS);
  }

  function change(difference) {
    state = {...state, ...difference};
    writeAddress();
    later();
  }

  function save(id, extension, type, content) {
    element(id).addEventListener('click', () => {
      const name = run.name + '-' + State.print(run, state).slice(1).replace(/[^a-z0-9]+/g, '-');
      Save.file(name + extension, type, content());
    });
  }

  function connectSaving() {
    save('save-svg', '.svg', 'image/svg+xml', () =>
      Save.standalone(element('curve').firstElementChild));
    save('save-curves', '-curves.csv', 'text/csv', () => Save.curves(
      [state.window, ...state.pins].map((window) => State.label(state, window)),
      [shown.finding, ...shown.pinned].map((finding) => finding.curve)));
    save('save-table', '-table.csv', 'text/csv', () => Save.csv([HEADINGS, ...table(shown)]));
  }

  function keys(event) {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (event.key === 'Escape') Crosshair.show(null);
    if (step === undefined) return;
    event.preventDefault();
    const seconds = Findings.interval(run, shown.finding.view) / 1000;
    Crosshair.show((Crosshair.at() ?? 0) + step * seconds);
  }

  /** Takes the address's view, or the report's own. */
  function start(data) {
    run = data;
    state = State.isIn(location.hash) ? State.parse(run, location.hash) : State.initial(run);
    showControls = Controls.connect(run, change, () => state);
    connectSaving();
    element('curve').addEventListener('keydown', keys);
    addEventListener('hashchange', () => {
      if (!State.isIn(location.hash)) return;
      state = State.parse(run, location.hash);
      later();
    });
    addEventListener('resize', later);
    render();
  }

  return {start};
})();
