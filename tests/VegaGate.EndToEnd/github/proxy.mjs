// The proxy in front of the emulator: a request is checked, judged, answered (by a fill or the emulator), disturbed if a fault asks
// for it, and remembered. One function a stage; what each does is in proxy/.
import { badCredentials, own, problem, validationFailed } from './proxy/answer.mjs';
import { Contract } from './proxy/contract.mjs';
import { control } from './proxy/control.mjs';
import { EmulatorCall } from './proxy/emulator-call.mjs';
import { answerOf, Faults } from './proxy/faults.mjs';
import { fills } from './proxy/fill/index.mjs';
import { Gone } from './proxy/gone.mjs';
import { Journal } from './proxy/journal.mjs';
import { dress, exhausted, rateLimitAnswer, RateLimits } from './proxy/limits.mjs';
import { refusal } from './proxy/permissions.mjs';
import { Records } from './proxy/records.mjs';
import { Seeder } from './proxy/seed/index.mjs';
import { Tokens } from './proxy/tokens.mjs';

// Returns the listener for an HTTP server.
export async function createProxy({ upstream, seed, baseUrl, log }) {
  const contract = new Contract();
  const journal = new Journal(log);
  const faults = new Faults();
  const limits = new RateLimits();
  const records = new Records(upstream.store, baseUrl);
  const tokens = new Tokens(records, upstream.tokenMap);
  const emulator = new EmulatorCall(upstream, tokens);
  const { routes, timeline, pulls, actions } = fills({ records, emulator });
  const gone = new Gone(records);
  const seeder = new Seeder({ records, tokens, timeline, pulls, upstream });
  await seeder.all(seed);
  const earlier = new Map(); // the last answer to each GET, for one that is stale
  const steer = control({ journal, faults, tokens, limits, seeder, timeline, gone, records, earlier, actions });

  // The request in the proxy's words; names of repositories are put as they are spelt, ids are turned into names.
  function callOf(request, bodyText) {
    const { pathname, searchParams } = new URL(request.url, baseUrl);
    const id = /^\/repositories\/(\d+)(\/.*)?$/.exec(pathname);
    const named = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(pathname);
    const repo = id ? records.repositoryById(Number(id[1])) : named && records.repository(decodeURIComponent(named[1]));
    const path = repo ? `/repos/${repo.full_name}${(id ?? named)[2] ?? ''}` : pathname;
    const found = contract.find(request.method === 'HEAD' ? 'GET' : request.method, path);
    let body;
    try {
      body = bodyText ? JSON.parse(bodyText) : undefined;
    } catch {
      body = undefined; // reported by the contract
    }
    return {
      method: request.method,
      url: request.url,
      path,
      query: searchParams,
      headers: request.headers,
      bodyText,
      body,
      repo,
      baseUrl,
      found,
      operation: found?.operation,
      args: found?.args ?? {},
      token: tokens.find(request.headers.authorization),
    };
  }

  // What GitHub refuses before it looks at anything.
  function refusedAtTheDoor(call, violations) {
    const broke = (rule) => violations.filter((violation) => violation.rule === rule);
    if (broke('user-agent').length > 0)
      return own(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.', {
        'content-type': 'text/html',
      });
    const signedByApp = call.path.startsWith('/app') && call.headers.authorization?.includes(' eyJ');
    if (call.token === null && !signedByApp) return badCredentials();
    if (/^\/repos\//.test(call.path) && !call.repo) return problem(404, 'Not Found');
    const refused = signedByApp ? undefined : refusal(call, records);
    if (refused) return refused;
    if (broke('body-json').length > 0) return problem(400, 'Problems parsing JSON');
    if (broke('path').length > 0) return problem(404, 'Not Found');
    const wrong = [...broke('body'), ...broke('body-missing')];
    if (wrong.length > 0) return problem(422, `Invalid request.\n\n${wrong.map((violation) => violation.detail).join('\n')}`);
    const long = broke('limit').map(({ resource, field, detail }) => ({ resource, code: 'custom', field, message: detail }));
    return long.length > 0 ? validationFailed(...long) : undefined;
  }

  async function answerTo(call, violations) {
    const bucket = limits.of(call.token);
    if (call.path === '/rate_limit' && call.token !== null) return rateLimitAnswer(bucket);
    const refused = exhausted(call.token, bucket) ?? refusedAtTheDoor(call, violations);
    if (refused) return refused;
    if (call.repo?.has_issues === false && /\/(issues|milestones)\b/.test(call.path))
      return problem(410, 'Issues has been disabled in this repository.');
    const lost = gone.answerTo(call);
    if (lost) return lost;
    const fill = routes[call.operation?.id];
    return fill ? fill(call) : emulator.send(call);
  }

  async function exchange(request, response, bodyText) {
    const started = performance.now();
    const call = callOf(request, bodyText);
    const violations = contract.check(call);
    const fault = faults.pick(call.method, call.url);
    let sent = { status: 0 };
    try {
      sent = await perform(call, violations, fault, response);
    } catch (error) {
      sent = dress(call, problem(500, `The proxy failed: ${error.stack}`), limits.of(call.token));
      deliver(call, sent, response);
    } finally {
      journal.record(
        {
          time: new Date().toISOString(),
          method: call.method,
          path: call.path,
          query: Object.fromEntries(call.query),
          operation: call.operation?.id,
          route: call.operation?.path ?? call.path,
          login: call.token?.login,
          status: sent.status,
          answeredBy: fault?.type ?? sent.headers?.['x-answered-by'],
          headers: Object.fromEntries(
            ['user-agent', 'accept', 'x-github-api-version', 'if-none-match', 'if-modified-since'].map((name) => [name, call.headers[name]]),
          ),
          body: call.body,
          milliseconds: Math.round(performance.now() - started),
        },
        violations,
      );
    }
  }

  async function perform(call, violations, fault, response) {
    if (fault?.type === 'drop' && fault.when !== 'after') return cutOff(response);
    const instead = fault?.type === 'stale' ? earlier.get(call.url) : fault && answerOf(fault);
    const real = instead && !fault.after ? undefined : await answerTo(call, violations);
    if (fault?.type === 'slow') await new Promise((done) => setTimeout(done, fault.ms ?? 1000));
    if (fault?.type === 'drop') return cutOff(response);
    if (call.method === 'GET' && real?.status === 200) earlier.set(call.url, structuredClone(real));
    const turned = fault?.type === 'reverse' && Array.isArray(real?.body) ? { ...real, body: real.body.toReversed() } : real;
    const dressed = dress(call, instead ?? turned, limits.of(call.token));
    if (fault?.type === 'truncate') return truncate(dressed, response);
    deliver(call, dressed, response);
    return dressed;
  }

  return (request, response) => {
    const chunks = [];
    request.on('error', () => {});
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const bodyText = Buffer.concat(chunks).toString('utf8');
      if (!request.url.startsWith('/__proxy/')) return exchange(request, response, bodyText);
      const { status, body } = await steer(request.method, request.url, bodyText);
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    });
  };
}

function deliver(call, { status, headers, text }, response) {
  const empty = status === 204 || status === 304;
  response.writeHead(status, empty ? headers : { ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(empty || call.method === 'HEAD' ? undefined : text);
}

function cutOff(response) {
  response.socket.destroy();
  return { status: 0 };
}

function truncate(dressed, response) {
  const bytes = Buffer.from(dressed.text);
  response.writeHead(dressed.status, { ...dressed.headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket.destroy());
  return dressed;
}
