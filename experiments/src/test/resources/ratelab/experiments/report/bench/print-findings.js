// Prints what each view of a run shows: its forecast interval, its return, and where the time went.
const [, , runFile, viewsFile] = process.argv;
const read = (file) => require('fs').readFileSync(file, 'utf8');
const run = Run.read(read(runFile));
for (const line of read(viewsFile).split('\n').filter((text) => text !== '')) {
  const view = JSON.parse(line);
  const {derived, back, decay} = Findings.of(run, view, Scrapes.of(run, view));
  console.log([derived.earliest, derived.latest, back, decay?.total ?? null, decay?.drain ?? null,
    decay?.phase ?? null, decay?.tail ?? null].join(' '));
}
