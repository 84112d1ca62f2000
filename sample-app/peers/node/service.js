// What the peers on Node have in common: everything but how requests come in and answers go out.
'use strict';

const { performance } = require('node:perf_hooks');
const { openLog, metricsPage } = require('./books.js');
const { UsageError, help, parse } = require('./options.js');
const { worker } = require('./work.js');

/** Wall clock with microseconds, from the monotonic clock: it does not follow later clock steps. */
const epochMillis = () => performance.timeOrigin + performance.now();

function open(name, versions, options) {
  const log = openLog(name, versions, options);
  const work = worker(options);
  const remotePorts = new WeakMap();
  const counts = { inFlight: 0, waiting: 0, handled: 0 };
  return {
    // Asked at once, because a socket forgets its peer when the client resets it; null if it has already.
    connected: (socket) => remotePorts.set(socket, socket.remotePort ?? null),

    /** Works off a request, then calls `answer(status, text)`. */
    greet(request, answer) {
      const remotePort = remotePorts.get(request.socket);
      counts.inFlight++;
      const start = epochMillis();
      function done() {
        try {
          log(request.headers['x-ratelab-id'] ?? '', remotePort, start, epochMillis());
        } catch (error) {
          return failed(error);
        }
        counts.inFlight--;
        counts.handled++;
        return answer(200, 'Hello World!');
      }
      function failed(error) {
        counts.inFlight--;
        process.stderr.write(`${name}: a handler failed: ${error.message}\n`);
        answer(500, 'Internal Server Error');
      }
      work(done, failed);
    },

    metricsPage: () => metricsPage(counts),
  };
}

function listen(name, server, options) {
  // A blocked loop runs its timers before it looks at its sockets: Node's own timeouts would close
  // connections for a silence of Node's making, and lose requests that lie in their buffers.
  server.keepAliveTimeout = 0;
  server.headersTimeout = 0;
  server.requestTimeout = 0;
  server.on('error', (error) => end(name, 1, explain(error, options)));
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

function end(name, status, message) {
  process.stderr.write(`${name}: ${message}\n`);
  process.exit(status);
}

/**
 * Runs a peer from its command line to its end.
 *
 * @param peer `name` in messages and in the log; `command` that starts it; `versions()` of what it
 *     runs on besides Node, throws if that is missing; `serve(service)` makes its http.Server
 */
function run({ name, command, versions, serve }) {
  let options;
  try {
    options = parse(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return end(name, 2, `${error.message}\nSee --help.`);
  }
  if (options.help) return process.stdout.write(help(command));
  let found;
  try {
    found = versions();
  } catch (error) {
    return end(name, 1, error.message);
  }
  let service;
  try {
    service = open(name, found, options);
  } catch (error) {
    return end(name, 1, `cannot write the log ${options.log} (${error.code}): name a writable file with --log`);
  }
  const server = serve(service);
  server.on('connection', service.connected);
  return listen(name, server, options);
}

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

module.exports = { METRICS_TYPE, run };
