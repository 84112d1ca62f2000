// Answers questions about series, one line each: the bits of the double, or nil.
const bits = new DataView(new ArrayBuffer(8));
const answers = [];
for (const line of require('fs').readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line === '') continue;
  const {series, questions} = JSON.parse(line);
  const columns = series.map(([times, values]) => RateModel.columns(times, values));
  for (const [dialect, name, modifier, windowMillis, timeMillis] of questions) {
    const value = RateModel.sumAt(dialect, name, modifier, columns, windowMillis, timeMillis);
    if (value !== null) bits.setFloat64(0, value);
    answers.push(value === null ? 'nil' : bits.getBigUint64(0).toString(16));
  }
}
console.log(answers.join('\n'));
