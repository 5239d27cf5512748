// The proxy's own work: violations, faults, the log, the counters, and how it ends.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import { repo, startEmulator } from './start-emulator.mjs';

let github;
before(async () => {
  github = await startEmulator();
});
after(() => github.stop());
beforeEach(() => github.control('POST', 'reset'));
const ask = (...args) => github.ask('zev-token', ...args);
const issues = () => ask('GET', `${repo}/issues`);
const faults = (...rules) => github.control('PUT', 'faults', rules);
const titles = async () => (await ask('GET', `${repo}/issues?per_page=100`)).body.map((issue) => issue.title);

const bad = [
  ['unknown-field', ['POST', `${repo}/issues`, { title: 't', lables: [] }]],
  ['body', ['POST', `${repo}/issues`, { title: ['t'] }]],
  ['body-missing', ['POST', `${repo}/issues`]],
  ['body-json', ['POST', `${repo}/issues`, '{']],
  ['limit', ['POST', `${repo}/issues`, { title: 'x'.repeat(257) }]],
  ['unknown-query', ['GET', `${repo}/issues?stat=all`]],
  ['query', ['GET', `${repo}/issues?state=shut`]],
  ['query', ['GET', `${repo}/issues?per_page=101`]],
  ['path', ['GET', `${repo}/issues/one`]],
  ['unknown-endpoint', ['GET', `${repo}/isues`]],
  ['unknown-method', ['PUT', `${repo}/issues/1`, {}]],
  ['accept', ['GET', `${repo}/issues`, undefined, { accept: '*/*' }]],
  ['api-version', ['GET', `${repo}/issues`, undefined, { 'x-github-api-version': '' }]],
  ['user-agent', ['GET', `${repo}/issues`, undefined, { 'user-agent': '' }]],
  ['content-type', ['POST', `${repo}/issues`, { title: 't' }, { 'content-type': 'text/plain' }]],
];
for (const [rule, request] of bad) {
  test(`finds a violation: ${rule} in ${request[0]} ${request[1]}`, async () => {
    await ask(...request);
    assert.ok((await github.control('GET', 'violations')).some((violation) => violation.rule === rule));
  });
}

test('finds no violation in good requests, and refuses bad ones as GitHub does', async () => {
  await ask('POST', `${repo}/issues`, { title: 't', body: 'b', labels: ['x', { name: 'y' }], assignees: ['ana'], milestone: 1 });
  await ask('PATCH', `${repo}/issues/1`, { state: 'closed', state_reason: 'not_planned' });
  await ask('GET', `${repo}/compare/main...topic`);
  await ask('GET', `${repo}/git/trees/main?recursive=1`);
  assert.deepEqual(await github.control('GET', 'violations'), []);
  assert.equal((await ask('POST', `${repo}/issues`, '{')).status, 400);
  assert.equal((await ask('POST', `${repo}/issues`, { title: 'x'.repeat(257) })).body.errors[0].field, 'title');
  assert.equal((await ask('GET', `${repo}/issues`, undefined, { 'user-agent': '' })).status, 403);
});

test('fault status, before and after the work', async () => {
  await faults(
    { match: { method: 'POST', path: '/issues$' }, fault: 'status', status: 502 },
    { match: { method: 'POST' }, fault: 'status', status: 500, after: true },
  );
  assert.equal((await ask('POST', `${repo}/issues`, { title: 'lost' })).status, 502);
  assert.equal((await ask('POST', `${repo}/issues`, { title: 'done' })).status, 500);
  assert.deepEqual(
    (await titles()).filter((title) => title === 'lost' || title === 'done'),
    ['done'],
  );
});

test('fault drop, before and after the work', async () => {
  await faults({ match: { method: 'POST' }, fault: 'drop' }, { match: { method: 'POST' }, fault: { type: 'drop', when: 'after' } });
  await assert.rejects(ask('POST', `${repo}/issues`, { title: 'dropped' }));
  await assert.rejects(ask('POST', `${repo}/issues`, { title: 'dropped late' }));
  assert.deepEqual(
    (await titles()).filter((title) => title.startsWith('dropped')),
    ['dropped late'],
  );
});

test('fault truncate cuts the body', async () => {
  await faults({ fault: 'truncate' });
  await assert.rejects(issues());
});

test('fault garbage is no JSON', async () => {
  await faults({ fault: 'garbage' });
  const { status, text } = await issues();
  assert.equal(status, 200);
  assert.throws(() => JSON.parse(text));
});

test('fault empty-list, with skip and times', async () => {
  await faults({ match: { path: '/issues' }, skip: 1, times: 1, fault: 'empty-list' });
  const lengths = [await issues(), await issues(), await issues()].map(({ body }) => body.length > 0);
  assert.deepEqual(lengths, [true, false, true]);
});

test('fault reverse turns a list around', async () => {
  const before = (await issues()).body.map((issue) => issue.number);
  assert.ok(before.length > 1);
  await faults({ fault: 'reverse' });
  assert.deepEqual(
    (await issues()).body.map((issue) => issue.number),
    before.toReversed(),
  );
});

test('fault slow', async () => {
  await faults({ fault: 'slow', ms: 300 });
  const started = performance.now();
  assert.equal((await issues()).status, 200);
  assert.ok(performance.now() - started >= 290);
});

test('faults secondary, primary and redirect', async () => {
  await faults(
    { fault: 'secondary', retryAfter: 7 },
    { fault: 'primary', resetIn: 60 },
    { fault: 'redirect', location: '/repositories/1' },
  );
  const secondary = await issues();
  assert.deepEqual([secondary.status, secondary.headers.get('retry-after')], [403, '7']);
  const primary = await issues();
  assert.deepEqual([primary.status, primary.headers.get('x-ratelimit-remaining')], [403, '0']);
  assert.ok(Number(primary.headers.get('x-ratelimit-reset')) > Date.now() / 1000 + 50);
  const moved = await issues();
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/repositories/1']);
});

test('an unknown fault is refused', async () => {
  assert.match((await faults({ fault: 'fire' })).message, /unknown fault/);
});

test('requests and counters are kept until a reset', async () => {
  await issues();
  await ask('POST', `${repo}/issues`, { title: 'logged' });
  const [, post] = await github.control('GET', 'requests');
  assert.deepEqual(
    [post.method, post.operation, post.status, post.login, post.body.title],
    ['POST', 'issues/create', 201, 'zev', 'logged'],
  );
  const { routes } = await github.control('GET', 'stats');
  assert.deepEqual(
    routes.map(({ method, route, status, count }) => `${count} ${method} ${route} ${status}`),
    ['1 GET /repos/{owner}/{repo}/issues 200', '1 POST /repos/{owner}/{repo}/issues 201'],
  );
  await github.control('POST', 'reset');
  assert.equal((await github.control('GET', 'stats')).requests, 0);
});

test('more is seeded at run time', async () => {
  await github.control('POST', 'seed', {
    owner: 'acme',
    name: 'widgets',
    commits: [{ sha: 'a'.repeat(40) }],
    issues: [
      { title: 'Seeded', user: 'ana', state: 'closed', state_reason: 'not_planned', closed_by: 'zev', closed_at: '2026-01-02T03:04:05Z' },
    ],
  });
  const { body } = await ask('GET', `${repo}/issues?state=closed`);
  const seeded = body.find((issue) => issue.title === 'Seeded');
  assert.deepEqual([seeded.state_reason, seeded.closed_at], ['not_planned', '2026-01-02T03:04:05Z']);
  assert.equal((await ask('GET', `${repo}/commits/${'a'.repeat(40)}`)).status, 200);
});

test('ends when its standard input closes', async () => {
  const other = await startEmulator();
  other.child.stdin.end();
  const [code] = await once(other.child, 'exit');
  assert.equal(code, 0);
});
