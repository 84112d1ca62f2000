// What a handler does before it answers: first the burn, then the pause.
'use strict';

const { execSync, spawn } = require('node:child_process');

/** Spends CPU time on the event loop's thread, on that thread's clock where Node has it (23.9). */
function burn(cpuMillis) {
  const usage = process.threadCpuUsage ?? process.cpuUsage;
  const start = usage.call(process);
  for (;;) {
    for (let step = 0, value = 1; step < 10_000; step++) value = (value * 1_103_515_245 + 12_345) % 2_147_483_648;
    const now = usage.call(process);
    if (now.user - start.user + now.system - start.system >= cpuMillis * 1000) return;
  }
}

// A sleep that outlives this process must not hold its stderr, or a reader of that would wait too.
const EXEC_STDIO = ['pipe', 'pipe', 'ignore'];

const BLOCKING = {
  exec: (millis) => execSync(`sleep ${millis / 1000}`, { stdio: EXEC_STDIO }),
  sleep: (millis) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, millis),
  burn: () => {},
};

const EVENTUAL = {
  exec: (millis) => new Promise((done, fail) => {
    const child = spawn('sleep', [String(millis / 1000)], { stdio: EXEC_STDIO });
    child.on('error', fail);
    child.on('exit', (status) => (status === 0 ? done() : fail(new Error(`sleep ended with status ${status}`))));
  }),
  sleep: (millis) => new Promise((done) => setTimeout(done, millis)),
  burn: () => Promise.resolve(),
};

/** The work of one handler: begins it, and calls `done` or `failed` when it is over, at once or later. */
function worker({ concurrency, work, sleepMillis, cpuMillis }) {
  const spend = cpuMillis > 0 ? () => burn(cpuMillis) : () => {};
  if (concurrency === 'async') {
    return (done, failed) => { spend(); EVENTUAL[work](sleepMillis).then(done, failed); };
  }
  return (done, failed) => {
    spend();
    try { BLOCKING[work](sleepMillis); } catch (error) { return failed(error); }
    return done();
  };
}

module.exports = { worker };
