#!/usr/bin/env node
// The sample app on Node: same flags, same log, same metrics; plain http, nothing to install.
'use strict';

const http = require('node:http');
const { METRICS_TYPE, run } = require('./service.js');

function reply(response, status, text) {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(text);
}

run({
  name: 'ratelab-peer-node',
  command: 'node server.js',
  versions: () => ({}),
  serve: (service) => http.createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/') {
      return service.greet(request, (status, text) => reply(response, status, text));
    }
    if (request.method === 'GET' && request.url === '/metrics') {
      response.setHeader('Content-Type', METRICS_TYPE);
      return response.end(service.metricsPage());
    }
    return reply(response, 404, 'Not Found');
  }),
});
