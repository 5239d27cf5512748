#!/usr/bin/env node
// Starts a GitHub on 127.0.0.1: the emulator (npm `emulate`, Apache-2.0) and the proxy before it.
//   node emulator.mjs SEED.json [--log FILE]
// Prints {"url","upstream","pid"} as one JSON line when ready; ends when standard input closes, or at SIGTERM or SIGINT.
//
// How the seed works. `emulate` takes `github.users`, `github.orgs` (with `members`), `github.repos` and `github.apps` (with
// `installations`); it ignores what it does not know, and proxy/seed/ seeds the rest. It would take any unknown token for an
// administrator's, so `tokens` are the proxy's (proxy/tokens.mjs), which answers 401 to all others. In `emulate`, permissions are enforced
// for installation tokens only: those come from POST /app/installations/ID/access_tokens, signed by the app's key. A token of type Bot
// is entered as such an installation directly, with just its `permissions`; no key is needed.
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import { parseArgs } from 'node:util';
import { createProxy } from './proxy.mjs';
import * as clock from './proxy/clock.mjs';
import { separateIds } from './proxy/seed/index.mjs';
import { startUpstream } from './proxy/upstream.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { log: { type: 'string' } } });
if (positionals.length !== 1) {
  console.error('usage: node emulator.mjs SEED.json [--log FILE]');
  process.exit(2);
}

clock.install();
const seed = JSON.parse(fs.readFileSync(positionals[0], 'utf8'));
// The front listens first, because the emulator's answers name its address.
const front = http.createServer().listen(0, '127.0.0.1');
await once(front, 'listening');
const baseUrl = `http://127.0.0.1:${front.address().port}`;
const upstream = await startUpstream({ seed: { github: seed.github }, baseUrl, beforeSeed: separateIds });
front.on('request', await createProxy({ upstream, seed, baseUrl, log: values.log }));
console.log(JSON.stringify({ url: baseUrl, upstream: upstream.url, pid: process.pid }));

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
process.stdin
  .on('end', () => process.exit(0))
  .on('error', () => process.exit(0))
  .resume();
