#!/usr/bin/env node
// The sample app on Node: same flags, same log, same metrics; plain http, nothing to install.
'use strict';

const { execSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const { performance } = require('node:perf_hooks');
const { parseArgs } = require('node:util');

const NAME = 'ratelab-peer-node';
const HELP = `Usage: node server.js [options]

A service to measure: GET / works for a while (5 s unless told), then answers Hello World!
Node has one thread: a blocking handler stops everything else, /metrics included. That is the point.

      --concurrency KIND  single: the handler blocks the event loop, one request at a time (default)
                          async: nothing blocks but a CPU burn
      --work KIND         exec: runs \`sleep\` and waits for it, as the original did (default)
                          sleep: sleeps within the process
                          burn: does not sleep at all, spends --cpu only
      --sleep DURATION    that time (default: 5s; for --work exec and sleep)
      --cpu DURATION      CPU time that each handler spends besides (default: 0s)
      --host ADDRESS      address to listen on (default: 127.0.0.1)
      --port PORT         port to listen on (default: 3000); 0 takes a free one
      --log FILE          append one JSON line for each handled request to FILE
  -h, --help              print this help and end

Durations are written as in Go: 5s, 500ms, 1m30s.

Examples:
  The original experiment: one \`sleep 5\` at a time, on port 3000
    node server.js
  The cure: nobody blocks the event loop
    node server.js --concurrency async --work sleep
`;

class UsageError extends Error {}

const NANOS_PER_UNIT = { ns: 1, us: 1e3, 'µs': 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 };
const TERM = /(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g;
const WHOLE = new RegExp(`^(?:${TERM.source})+$`);

/** Milliseconds of a duration as Go's time.ParseDuration reads it. */
function durationMillis(flag, text) {
  if (text === '0') return 0;
  if (!WHOLE.test(text)) {
    throw new UsageError(
      `invalid value for --${flag}: '${text}' is not a duration; write a number with its unit, as 5s, 500ms or 1m30s`);
  }
  let nanos = 0;
  for (const [, number, unit] of text.matchAll(TERM)) nanos += Number(number) * NANOS_PER_UNIT[unit];
  return nanos / 1e6;
}

function oneOf(flag, value, choices) {
  if (!choices.includes(value)) {
    throw new UsageError(`invalid value for --${flag}: '${value}' is not one of ${choices.join(', ')}`);
  }
  return value;
}

function port(text) {
  if (!/^\d+$/.test(text) || Number(text) > 65535) {
    throw new UsageError(`--port ${text} is not between 0 and 65535`);
  }
  return Number(text);
}

const TEXT = { type: 'string' };
const FLAGS = {
  concurrency: TEXT, work: TEXT, sleep: TEXT, cpu: TEXT, host: TEXT, port: TEXT, log: TEXT,
  threads: TEXT, // a flag of the Java app alone: refused with a reason
  help: { type: 'boolean', short: 'h' },
};

/** Reads the command line; throws UsageError. */
function parse(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: FLAGS }));
  } catch (error) {
    throw new UsageError(error.message);
  }
  const options = {
    help: values.help ?? false,
    concurrency: concurrency(values.concurrency ?? 'single'),
    work: oneOf('work', values.work ?? 'exec', ['exec', 'sleep', 'burn']),
    sleepMillis: durationMillis('sleep', values.sleep ?? '5s'),
    cpuMillis: durationMillis('cpu', values.cpu ?? '0s'),
    host: values.host ?? '127.0.0.1',
    port: port(values.port ?? '3000'),
    log: values.log,
  };
  if (values.threads !== undefined) {
    throw new UsageError('--threads is for the Java app: Node runs handlers on one thread');
  }
  if (options.work === 'burn' && values.sleep !== undefined) {
    throw new UsageError('--work burn does not sleep: leave out --sleep, or use --work sleep');
  }
  if (options.work === 'burn' && options.cpuMillis === 0) {
    throw new UsageError('--work burn needs --cpu: how much shall each request burn?');
  }
  return options;
}

function concurrency(value) {
  if (value === 'pool' || value === 'virtual') {
    throw new UsageError(`--concurrency ${value} is for the Java app: Node knows single and async`);
  }
  return oneOf('concurrency', value, ['single', 'async']);
}

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

/** The log: written synchronously, so that a killed process loses no line. */
function openLog({ log, concurrency, work }) {
  if (log === undefined) return () => {};
  const file = fs.openSync(log, 'a');
  const header = {
    format: 1, app: NAME, concurrency, work,
    runtime: `Node ${process.versions.node}`, uv: process.versions.uv, pid: process.pid,
  };
  fs.writeSync(file, `${JSON.stringify(header)}\n`);
  return (id, remotePort, start, end) => {
    const cpu = process.cpuUsage();
    fs.writeSync(file, `{"id":${JSON.stringify(id)},"remotePort":${remotePort}`
      + `,"startMillis":${start.toFixed(3)},"endMillis":${end.toFixed(3)}`
      + `,"cpuNanos":${(cpu.user + cpu.system) * 1000}}\n`);
  };
}

/** Wall clock with microseconds, from the monotonic clock: it does not follow later clock steps. */
const epochMillis = () => performance.timeOrigin + performance.now();

const METRICS = [
  ['requests_handled_total', 'counter', 'Requests worked off, whether or not a client still waited.', 'handled'],
  ['requests_in_flight', 'gauge', 'Requests that a handler is working on.', 'inFlight'],
  ['requests_waiting', 'gauge', 'Requests that were read and wait for a handler.', 'waiting'],
];

function metricsPage(counts) {
  return METRICS.map(([name, type, help, count]) => `# HELP sampleapp_${name} ${help}\n`
    + `# TYPE sampleapp_${name} ${type}\nsampleapp_${name} ${counts[count].toFixed(1)}\n`).join('');
}

function start(options) {
  const log = openLog(options);
  const work = worker(options);
  const remotePorts = new WeakMap();
  const counts = { inFlight: 0, waiting: 0, handled: 0 };

  function greet(request, response) {
    const remotePort = remotePorts.get(request.socket);
    counts.inFlight++;
    const start = epochMillis();
    function answer(status, text) {
      counts.inFlight--;
      response.statusCode = status;
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.end(text);
    }
    function done() {
      log(request.headers['x-ratelab-id'] ?? '', remotePort, start, epochMillis());
      counts.handled++;
      answer(200, 'Hello World!');
    }
    function failed(error) {
      process.stderr.write(`${NAME}: a handler failed: ${error.message}\n`);
      answer(500, 'Internal Server Error');
    }
    work(done, failed);
  }

  const server = http.createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/') return greet(request, response);
    if (request.method === 'GET' && request.url === '/metrics') {
      response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
      return response.end(metricsPage(counts));
    }
    response.statusCode = 404;
    return response.end('Not Found');
  });
  // A blocked loop runs its timers before it looks at its sockets: Node's own timeouts would close
  // connections for a silence of Node's making, and lose requests that lie in their buffers.
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  // Asked at once, because a socket forgets its peer when the client resets it; null if it has already.
  server.on('connection', (socket) => remotePorts.set(socket, socket.remotePort ?? null));
  server.on('error', (error) => end(1, explain(error, options)));
  server.listen(options.port, options.host, () => {
    const host = options.host.includes(':') ? `[${options.host}]` : options.host;
    process.stdout.write(`listening on http://${host}:${server.address().port}\n`);
  });
}

function explain(error, options) {
  if (error.code === 'EADDRINUSE') {
    return `port ${options.port} on ${options.host} is in use: choose another with --port, or --port 0`;
  }
  return `cannot listen on ${options.host}:${options.port} (${error.message}): choose another address with --host and --port`;
}

function end(status, message) {
  process.stderr.write(`${NAME}: ${message}\n`);
  process.exit(status);
}

function main() {
  let options;
  try {
    options = parse(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return end(2, `${error.message}\nSee --help.`);
  }
  if (options.help) return process.stdout.write(HELP);
  try {
    return start(options);
  } catch (error) {
    return end(1, `cannot write the log ${options.log} (${error.code}): name a writable file with --log`);
  }
}

main();
