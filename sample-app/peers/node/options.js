// The command line of the peers on Node.
'use strict';

const { parseArgs } = require('node:util');

const help = (command) => `Usage: ${command} [options]

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
    ${command}
  The cure: nobody blocks the event loop
    ${command} --concurrency async --work sleep
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

function concurrency(value) {
  if (value === 'pool' || value === 'virtual') {
    throw new UsageError(`--concurrency ${value} is not for Node: it knows single and async`);
  }
  return oneOf('concurrency', value, ['single', 'async']);
}

const TEXT = { type: 'string' };
const FLAGS = {
  concurrency: TEXT, work: TEXT, sleep: TEXT, cpu: TEXT, host: TEXT, port: TEXT, log: TEXT,
  threads: TEXT, // a flag of other runtimes: refused with a reason
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
    throw new UsageError('--threads is not for Node: it runs handlers on one thread');
  }
  if (options.work === 'burn' && values.sleep !== undefined) {
    throw new UsageError('--work burn does not sleep: leave out --sleep, or use --work sleep');
  }
  if (options.work === 'burn' && options.cpuMillis === 0) {
    throw new UsageError('--work burn needs --cpu: how much shall each request burn?');
  }
  return options;
}

module.exports = { UsageError, help, parse };
