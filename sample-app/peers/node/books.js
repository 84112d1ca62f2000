// The books of a peer on Node: the handler log, and the counts that /metrics shows.
'use strict';

const fs = require('node:fs');

/**
 * The log: written synchronously, so that a killed process loses no line. `versions` says what else
 * than Node the peer runs on.
 */
function openLog(name, versions, { log, concurrency, work }) {
  if (log === undefined) return () => {};
  const file = fs.openSync(log, 'a');
  const header = {
    format: 1, app: name, concurrency, work,
    runtime: `Node ${process.versions.node}`, uv: process.versions.uv, ...versions, pid: process.pid,
  };
  fs.writeSync(file, `${JSON.stringify(header)}\n`);
  return (id, remotePort, start, end) => {
    const cpu = process.cpuUsage();
    fs.writeSync(file, `{"id":${JSON.stringify(id)},"remotePort":${remotePort}`
      + `,"startMillis":${start.toFixed(3)},"endMillis":${end.toFixed(3)}`
      + `,"cpuNanos":${(cpu.user + cpu.system) * 1000}}\n`);
  };
}

const METRICS = [
  ['requests_handled_total', 'counter', 'Requests worked off, whether or not a client still waited.', 'handled'],
  ['requests_in_flight', 'gauge', 'Requests that a handler is working on.', 'inFlight'],
  ['requests_waiting', 'gauge', 'Requests that were read and wait for a handler.', 'waiting'],
];

function metricsPage(counts) {
  return METRICS.map(([name, type, help, count]) => `# HELP sampleapp_${name} ${help}\n`
    + `# TYPE sampleapp_${name} ${type}\nsampleapp_${name} ${counts[count].toFixed(1)}\n`).join('');
}

module.exports = { openLog, metricsPage };
