// Begins when the page is there.
(() => {
  const data = (id) => document.getElementById(id).textContent;
  Crosshair.start(JSON.parse(data('curve-data')));
  const run = document.getElementById('bench') === null ? null : Run.read(data('bench-data'));
  if (run !== null) Bench.start(run);
})();
