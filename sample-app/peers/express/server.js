#!/usr/bin/env node
// The sample app on Express, as the original experiment had it.
'use strict';

const http = require('node:http');
const { METRICS_TYPE, run } = require('../node/service.js');

function express() {
  try {
    return require('express');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error('there is no Express: install it with `npm install express`,'
      + ' or on Debian with `apt install node-express` and NODE_PATH=/usr/share/nodejs in the environment');
  }
}

run({
  name: 'ratelab-peer-express',
  command: 'node server.js',
  versions() {
    express();
    return { express: require('express/package.json').version };
  },
  serve(service) {
    const app = express()();
    app.get('/', (request, response) => {
      service.greet(request, (status, text) => response.status(status).type('text/plain').send(text));
    });
    app.get('/metrics', (request, response) => {
      response.setHeader('Content-Type', METRICS_TYPE); // send() would sort its parameters
      response.end(service.metricsPage());
    });
    return http.createServer(app);
  },
});
