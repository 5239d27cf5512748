// What the proxy adds to the emulator, endpoint by endpoint.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { repo, sha, startEmulator } from './start-emulator.mjs';

let github;
before(async () => {
  github = await startEmulator();
});
after(() => github.stop());
const ask = (...args) => github.ask(...args);

test('binds loopback only and lists issues together with pull requests, without closed_by', async () => {
  assert.match(github.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.match(github.upstream, /^http:\/\/127\.0\.0\.1:\d+$/);
  const { body, headers } = await ask('bot-token', 'GET', `${repo}/issues?state=all&per_page=100`);
  assert.deepEqual(
    body.map((issue) => [issue.number, Boolean(issue.pull_request), 'closed_by' in issue]),
    [
      [2, true, false],
      [1, false, false],
    ],
  );
  assert.notEqual(body[1].id, body[1].number);
  assert.equal(headers.get('x-answered-by'), 'proxy');
  assert.equal((await ask('bot-token', 'GET', `${repo}/issues/2`)).body.pull_request.url.endsWith('/pulls/2'), true);
});

test('pages are linked by repository id, and the links work', async () => {
  const first = await ask('bot-token', 'GET', `${repo}/issues?state=all&per_page=1`);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link'))[1];
  assert.match(next, /\/repositories\/\d+\/issues\?/);
  assert.equal((await ask('bot-token', 'GET', next)).body[0].number, 1);
});

test('an issue of a bot has a bot as its author, and labels match without regard to case', async () => {
  const { status, body } = await ask('bot-token', 'POST', '/repos/ACME/Widgets/issues', {
    title: 'By bot',
    labels: ['RELEASE', 'release'],
    assignees: ['Ana'],
  });
  assert.equal(status, 201);
  assert.deepEqual([body.user.login, body.user.type, body.user.id], ['github-actions[bot]', 'Bot', 41898282]);
  assert.deepEqual(
    body.labels.map((label) => label.name),
    ['Release'],
  );
  assert.equal(body.performed_via_github_app.slug, 'github-actions');
  assert.equal((await ask('bot-token', 'POST', `${repo}/labels`, { name: 'RELEASE' })).body.errors[0].code, 'already_exists');
  assert.equal((await ask('bot-token', 'GET', `${repo}/labels/rElEaSe`)).body.name, 'Release');
  const found = await ask('bot-token', 'GET', `${repo}/issues?labels=rELEASE&creator=GitHub-Actions[bot]`);
  assert.equal(found.body.length, 1);
});

test('labels, assignees and milestone are dropped in silence without push access', async () => {
  for (const token of ['nopush-token', 'guest-token']) {
    const { status, body } = await ask(token, 'POST', `${repo}/issues`, {
      title: 'Mine',
      labels: ['Release'],
      assignees: ['ana'],
      milestone: 1,
    });
    assert.deepEqual([status, body.labels, body.assignees, body.milestone], [201, [], [], null]);
  }
});

test('closing leaves a closed event with the reason; the reason counts only where the state changes', async () => {
  const { body: issue } = await ask('bot-token', 'POST', `${repo}/issues`, { title: 'To close' });
  const at = `${repo}/issues/${issue.number}`;
  await ask('zev-token', 'POST', `${at}/comments`, { body: 'before' });
  assert.equal((await ask('zev-token', 'PATCH', at, { state_reason: 'not_planned' })).body.state_reason, null);
  assert.equal((await ask('zev-token', 'PATCH', at, { state: 'closed', state_reason: 'duplicate' })).body.state_reason, 'duplicate');
  assert.equal((await ask('zev-token', 'PATCH', at, { state: 'open' })).body.state_reason, 'reopened');
  await ask('viaapp-token', 'PATCH', at, { state: 'closed', state_reason: 'not_planned' });
  await github.control('POST', 'timeline', { repository: 'acme/widgets', number: issue.number, event: 'reopened', actor: 'ana' });
  await github.control('POST', 'timeline', {
    repository: 'acme/widgets',
    number: issue.number,
    event: 'closed',
    actor: 'ana',
    commit_id: sha,
  });
  const { body: events } = await ask('zev-token', 'GET', `${at}/timeline`);
  assert.deepEqual(
    events.map((event) => [
      event.event,
      event.actor.login,
      event.state_reason,
      event.performed_via_github_app?.slug,
      event.commit_id ?? null,
    ]),
    [
      ['commented', 'zev', undefined, undefined, null],
      ['closed', 'zev', 'duplicate', undefined, null],
      ['reopened', 'zev', 'reopened', undefined, null],
      ['closed', 'ana', 'not_planned', 'some-app', null],
      ['reopened', 'ana', 'reopened', undefined, null],
      ['closed', 'ana', 'completed', undefined, sha],
    ],
  );
  assert.match(events[1].created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('only the author or someone with triage closes an issue, and only such people are assigned', async () => {
  const { body: issue } = await ask('bot-token', 'POST', `${repo}/issues`, { title: 'Of the bot' });
  assert.equal((await ask('guest-token', 'PATCH', `${repo}/issues/${issue.number}`, { state: 'closed' })).status, 403);
  assert.equal((await ask('guest-token', 'PATCH', `${repo}/issues/1`, { state: 'closed' })).status, 200);
  assert.equal((await ask('ana-token', 'PATCH', `${repo}/issues/${issue.number}`, { state: 'closed' })).status, 200);
  assert.equal((await ask('bot-token', 'POST', `${repo}/issues`, { title: 'x', assignees: ['guest'] })).status, 422);
  assert.equal((await ask('bot-token', 'GET', `${repo}/assignees/ANA`)).status, 204);
  assert.equal((await ask('bot-token', 'GET', `${repo}/assignees/guest`)).status, 404);
  assert.deepEqual((await ask('bot-token', 'GET', `${repo}/collaborators/ana/permission`)).body.role_name, 'triage');
  assert.deepEqual((await ask('bot-token', 'GET', `${repo}/collaborators/guest/permission`)).body.permission, 'read');
});

test('tokens: unknown, read-only, of another repository, registered at run time', async () => {
  assert.equal((await ask('nonsense', 'GET', repo)).status, 401);
  const refused = await ask('read-token', 'POST', `${repo}/issues`, { title: 'no' });
  assert.deepEqual([refused.status, refused.body.message], [403, 'Resource not accessible by integration']);
  assert.equal(refused.headers.get('x-accepted-github-permissions'), 'issues=write');
  assert.equal((await ask('bot-token', 'GET', '/repos/zev/secret')).status, 404);
  assert.equal((await ask('bot-token', 'GET', '/user')).status, 403);
  assert.equal((await ask('bot-token', 'GET', '/orgs/acme/teams/legal/members')).status, 403);
  assert.deepEqual(
    (await ask('zev-token', 'GET', '/orgs/acme/teams/legal/members')).body.map((user) => user.login),
    ['ana'],
  );
  await github.control('PUT', 'tokens', {
    later: { login: 'github-actions[bot]', id: 41898282, type: 'Bot', permissions: { issues: 'write' }, repository: 'acme/widgets' },
  });
  assert.equal((await ask('later', 'POST', `${repo}/issues`, { title: 'yes' })).status, 201);
  assert.equal((await ask('later', 'POST', `${repo}/statuses/${sha}`, { state: 'success' })).status, 403);
});

test('a team has the members that it was given last, by pages', async () => {
  const logins = async (query) => (await ask('zev-token', 'GET', `/orgs/acme/teams/crew/members${query}`)).body.map((user) => user.login);
  await github.control('PUT', 'team', { organization: 'acme', slug: 'crew', members: ['zev', 'ana'] });
  assert.deepEqual(await logins('?per_page=1&page=2'), ['ana']);
  await github.control('PUT', 'team', { organization: 'acme', slug: 'crew', members: ['ana'] });
  assert.deepEqual(await logins(''), ['ana']);
});

test('commit statuses: create, list, combine', async () => {
  const set = (state, context) => ask('bot-token', 'POST', `${repo}/statuses/${sha}`, { state, context });
  assert.equal((await ask('zev-token', 'GET', `${repo}/commits/topic/status`)).body.state, 'pending');
  await set('pending', 'gate');
  assert.equal((await set('success', 'gate')).body.creator.type, 'Bot');
  assert.equal((await ask('zev-token', 'GET', `${repo}/commits/${sha}/status`)).body.state, 'success');
  assert.equal((await ask('zev-token', 'GET', `${repo}/commits/${sha}/statuses`)).body.length, 2);
  assert.equal((await ask('bot-token', 'POST', `${repo}/statuses/${'2'.repeat(40)}`, { state: 'success' })).status, 422);
});

test('sub-issues by database id, reactions, pull request files, check runs', async () => {
  const make = async (title) => (await ask('bot-token', 'POST', `${repo}/issues`, { title })).body;
  const [parent, child] = [await make('parent'), await make('child')];
  const added = await ask('bot-token', 'POST', `${repo}/issues/${parent.number}/sub_issues`, { sub_issue_id: child.id });
  assert.deepEqual([added.status, added.body.sub_issues_summary.total], [201, 1]);
  assert.equal((await ask('bot-token', 'POST', `${repo}/issues/${parent.number}/sub_issues`, { sub_issue_id: child.number })).status, 404);
  assert.deepEqual(
    (await ask('bot-token', 'GET', `${repo}/issues/${parent.number}/sub_issues`)).body.map((issue) => issue.number),
    [child.number],
  );
  assert.equal((await ask('bot-token', 'GET', `${repo}/issues/${child.number}/parent`)).body.number, parent.number);
  const {
    body: [comment],
  } = await ask('bot-token', 'GET', `${repo}/issues/1/comments`);
  assert.equal((await ask('bot-token', 'POST', `${repo}/issues/comments/${comment.id}/reactions`, { content: '+1' })).status, 201);
  assert.equal((await ask('bot-token', 'POST', `${repo}/issues/comments/${comment.id}/reactions`, { content: '+1' })).status, 200);
  assert.equal(
    (await ask('zev-token', 'GET', `${repo}/issues/comments`)).body.some(({ body }) => body === 'hello'),
    true,
  );
  assert.deepEqual(
    (await ask('zev-token', 'GET', `${repo}/pulls/2/files`)).body.map((file) => file.filename),
    ['src/a.cs'],
  );
  assert.equal((await ask('zev-token', 'GET', `${repo}/pulls/2/reviews`)).body[0].state, 'APPROVED');
  assert.equal((await ask('zev-token', 'GET', `${repo}/commits/${sha}/check-runs`)).body.check_runs[0].conclusion, 'success');
});

test('runs are found by sha and re-run; dispatches are accepted', async () => {
  const { body } = await ask('zev-token', 'GET', `${repo}/actions/runs?head_sha=${sha}`);
  assert.equal(body.total_count, 1);
  const run = `${repo}/actions/runs/${body.workflow_runs[0].id}`;
  assert.equal((await ask('zev-token', 'POST', `${run}/rerun-failed-jobs`)).status, 201);
  assert.equal((await ask('zev-token', 'GET', run)).body.run_attempt, 2);
  assert.equal((await ask('zev-token', 'POST', `${run}/rerun-failed-jobs`)).status, 403);
  assert.equal((await ask('bot-token', 'POST', `${run}/rerun`)).status, 403);
  assert.equal((await ask('zev-token', 'POST', `${repo}/dispatches`, { event_type: 'release', client_payload: { id: 1 } })).status, 204);
  assert.equal((await ask('zev-token', 'POST', `${repo}/actions/workflows/gate.yml/dispatches`, { ref: 'main' })).status, 204);
});

test('a known ETag is answered with 304, which is not counted; the clock moves', async () => {
  const first = await ask('ana-token', 'GET', `${repo}/milestones`);
  const used = Number(first.headers.get('x-ratelimit-used'));
  const second = await ask('ana-token', 'GET', `${repo}/milestones`, undefined, { 'if-none-match': first.headers.get('etag') });
  assert.equal(second.status, 304);
  assert.equal(Number(second.headers.get('x-ratelimit-used')), used);
  assert.equal((await ask('ana-token', 'GET', '/rate_limit')).body.rate.used, used);
  await github.control('PUT', 'clock', { offsetSeconds: 86_400 });
  const { body: issue, headers } = await ask('bot-token', 'POST', `${repo}/issues`, { title: 'Tomorrow' });
  await github.control('PUT', 'clock', { offsetSeconds: 0 });
  assert.ok(Date.parse(issue.created_at) - Date.now() > 80_000_000);
  assert.equal(Date.parse(headers.get('date')) >= Date.parse(issue.created_at), true);
});

test('a comment through an app says so, and a locked issue takes comments only from those with rights', async () => {
  const { body: issue } = await ask('viaapp-token', 'POST', `${repo}/issues`, { title: 'Through an app' });
  const at = `${repo}/issues/${issue.number}`;
  assert.deepEqual([issue.user.login, issue.user.type, issue.performed_via_github_app.slug], ['ana', 'User', 'some-app']);
  await ask('viaapp-token', 'POST', `${at}/comments`, { body: 'by an app' });
  await ask('ana-token', 'POST', `${at}/comments`, { body: 'by hand' });
  const slugs = ({ body }) => body.map((comment) => comment.performed_via_github_app?.slug ?? null);
  assert.deepEqual(slugs(await ask('zev-token', 'GET', `${at}/comments`)), ['some-app', null]);
  assert.deepEqual(slugs(await ask('zev-token', 'GET', `${at}/timeline`)), ['some-app', null]);
  assert.equal((await ask('zev-token', 'PUT', `${at}/lock`, { lock_reason: 'resolved' })).status, 204);
  assert.equal((await ask('guest-token', 'POST', `${at}/comments`, { body: 'no' })).status, 403);
});

test('a file comes raw where that is asked for', async () => {
  const { text } = await ask('bot-token', 'GET', `${repo}/contents/checklists/release.yaml`, undefined, {
    accept: 'application/vnd.github.raw+json',
  });
  assert.equal(text, 'title: Release\n');
});

test('a token with a limit is held to it', async () => {
  await github.control('PUT', 'tokens', { scarce: { login: 'zev', limit: 2 } });
  const statuses = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await ask('scarce', 'GET', repo)).status);
  const last = await ask('scarce', 'GET', repo);
  assert.deepEqual([statuses, last.headers.get('x-ratelimit-remaining')], [[200, 200, 403], '0']);
  assert.equal((await ask('scarce', 'GET', '/rate_limit')).body.rate.remaining, 0);
});

test('milestones: a title once, of due_on the day', async () => {
  const make = (title) => ask('bot-token', 'POST', `${repo}/milestones`, { title, due_on: '2026-07-01T23:59:59Z' });
  assert.equal((await make('v2')).body.due_on, '2026-07-01T07:00:00Z');
  assert.equal((await make('v2')).body.errors[0].code, 'already_exists');
});

test('deleted issues are gone, transferred ones have moved, and neither is listed', async () => {
  const make = async () => (await ask('bot-token', 'POST', `${repo}/issues`, { title: 'Soon gone' })).body.number;
  const [deleted, moved] = [await make(), await make()];
  await github.control('POST', 'delete-issue', { repository: 'acme/widgets', number: deleted });
  await github.control('POST', 'transfer-issue', { repository: 'acme/widgets', number: moved, to: 'zev/secret', to_number: 1 });
  assert.equal((await ask('bot-token', 'GET', `${repo}/issues/${deleted}`)).status, 410);
  const answer = await ask('bot-token', 'PATCH', `${repo}/issues/${moved}`, { title: 'x' });
  assert.deepEqual([answer.status, /\/repositories\/\d+\/issues\/1$/.test(answer.headers.get('location'))], [301, true]);
  const listed = (await ask('bot-token', 'GET', `${repo}/issues?state=all&per_page=100`)).body.map((issue) => issue.number);
  assert.ok(!listed.includes(deleted) && !listed.includes(moved));
  assert.equal(await make(), moved + 1);
});

test('since includes the same second, and answers of a request are seen by the next', async () => {
  const { body: issue } = await ask('bot-token', 'POST', `${repo}/issues`, { title: 'Since' });
  const { body } = await ask('bot-token', 'GET', `${repo}/issues?since=${encodeURIComponent(issue.updated_at)}`);
  assert.ok(body.some((found) => found.number === issue.number));
});

test('a reaction is counted at its comment', async () => {
  const { body: issue } = await ask('bot-token', 'POST', `${repo}/issues`, { title: 'To react to' });
  const at = `${repo}/issues/${issue.number}`;
  const { body: comment } = await ask('zev-token', 'POST', `${at}/comments`, { body: '/done' });
  const counts = async () => (await ask('zev-token', 'GET', `${at}/timeline`)).body.map(({ reactions }) => [reactions.total_count, reactions['+1']]);
  assert.deepEqual(await counts(), [[0, 0]]);
  await ask('bot-token', 'POST', `${repo}/issues/comments/${comment.id}/reactions`, { content: '+1' });
  assert.deepEqual(await counts(), [[1, 1]]);
  assert.equal((await ask('zev-token', 'GET', `${at}/comments`)).body[0].reactions['+1'], 1);
  assert.equal((await ask('bot-token', 'POST', `${repo}/issues/comments/1/reactions`, { content: '+1' })).status, 404);
});

test('a milestone is taken away by null', async () => {
  const { body: milestone } = await ask('bot-token', 'POST', `${repo}/milestones`, { title: 'to clear' });
  const { body: issue } = await ask('bot-token', 'POST', `${repo}/issues`, { title: 'With a milestone', milestone: milestone.number });
  assert.equal(issue.milestone.title, 'to clear');
  assert.equal((await ask('bot-token', 'PATCH', `${repo}/issues/${issue.number}`, { title: 'x' })).body.milestone.title, 'to clear');
  assert.equal((await ask('bot-token', 'PATCH', `${repo}/issues/${issue.number}`, { milestone: null })).body.milestone, null);
});

test('the tag of a list changes with the list, and a 304 carries no Link and is counted', async () => {
  await github.control('POST', 'reset');
  const { body: issue } = await ask('bot-token', 'POST', `${repo}/issues`, { title: 'Of many' });
  const lists = ['issues?state=all&per_page=100', `issues/${issue.number}/timeline`, 'labels?per_page=1'].map((list) => `${repo}/${list}`);
  const tags = new Map();
  for (const list of lists) {
    const { headers } = await ask('bot-token', 'GET', list);
    tags.set(list, headers.get('etag'));
    const again = await ask('bot-token', 'GET', list, undefined, { 'if-none-match': headers.get('etag') });
    assert.deepEqual([again.status, again.text, again.headers.get('link'), again.headers.get('etag')], [304, '', null, headers.get('etag')]);
  }
  assert.equal((await github.control('GET', 'stats')).notModified, 3);
  await ask('zev-token', 'POST', `${repo}/issues/${issue.number}/comments`, { body: 'new' });
  await ask('bot-token', 'PATCH', `${repo}/issues/${issue.number}`, { title: 'Of a few' });
  await ask('bot-token', 'POST', `${repo}/labels`, { name: 'A first one', color: 'ffffff' });
  for (const list of lists.slice(0, 2)) {
    const { status } = await ask('bot-token', 'GET', list, undefined, { 'if-none-match': tags.get(list) });
    assert.equal(status, 200, list);
  }
});

test('a branch is made by git data and proposed; the pull request follows it', async () => {
  const writing = { contents: 'write', pull_requests: 'write' };
  const bot = { login: 'github-actions[bot]', id: 41898282, type: 'Bot', repository: 'acme/widgets' };
  await github.control('PUT', 'tokens', {
    proposing: { ...bot, permissions: writing },
    forbidden: { ...bot, permissions: writing, pulls: false },
  });
  const send = async (method, path, body, token = 'proposing') => await ask(token, method, `${repo}/${path}`, body);
  const { body: head } = await send('GET', 'git/ref/heads/main');
  const { body: commit } = await send('GET', `git/commits/${head.object.sha}`);
  async function propose(content) {
    const entry = { path: 'checklists/new.yaml', mode: '100644', type: 'blob', content };
    const { body: tree } = await send('POST', 'git/trees', { base_tree: commit.tree.sha, tree: [entry] });
    return (await send('POST', 'git/commits', { message: 'm', tree: tree.sha, parents: [head.object.sha] })).body.sha;
  }
  const first = await propose('hello\n');
  assert.equal((await send('GET', 'git/ref/heads/vegagate/new')).status, 404);
  assert.equal((await send('POST', 'git/refs', { ref: 'refs/heads/vegagate/new', sha: first })).status, 201);
  assert.equal((await send('POST', 'git/refs', { ref: 'refs/heads/vegagate/new', sha: first })).body.message, 'Reference already exists');
  const pull = { title: 't', body: 'b', head: 'vegagate/new', base: 'main' };
  assert.match((await send('POST', 'pulls', pull, 'forbidden')).body.message, /not permitted to create or approve/);
  assert.equal((await send('POST', 'pulls', pull, 'bot-token')).status, 403);
  assert.equal((await send('POST', 'git/trees', { tree: [] }, 'bot-token')).status, 403);
  assert.equal((await send('POST', 'pulls', { ...pull, head: 'nowhere' })).body.errors[0].field, 'head');
  const made = await send('POST', 'pulls', pull);
  assert.deepEqual([made.status, made.body.head.sha], [201, first]);
  assert.match((await send('POST', 'pulls', pull)).body.errors[0].message, /already exists for acme:vegagate\/new/);
  const second = await propose('changed\n');
  assert.equal((await send('PATCH', 'git/refs/heads/vegagate/new', { sha: second })).status, 422);
  assert.equal((await send('PATCH', 'git/refs/heads/vegagate/new', { sha: second, force: true })).status, 200);
  assert.equal((await send('PATCH', `pulls/${made.body.number}`, { title: 'other' })).body.title, 'other');
  const open = (await send('GET', 'pulls?head=acme%3Avegagate%2Fnew&base=main&state=open&per_page=100')).body;
  assert.deepEqual(
    open.map(({ number, title, head: { sha: at, ref, repo: own }, base }) => [number, title, at, ref, own.id === base.repo.id]),
    [[made.body.number, 'other', second, 'vegagate/new', true]],
  );
  const { body: tree } = await send('GET', `git/trees/${second}?recursive=1`);
  assert.equal(tree.tree.find((entry) => entry.path === 'checklists/new.yaml').type, 'blob');
  const hello = await send('GET', `git/trees/${first}?recursive=1`);
  assert.equal(hello.body.tree.find((entry) => entry.path === 'checklists/new.yaml').sha, 'ce013625030ba8dba906f756967f9e9ca394464a');
});

test('the author of a commit is an account or nobody', async () => {
  const { body } = await ask('bot-token', 'GET', `${repo}/commits/${sha}?per_page=1`);
  assert.equal(body.author === null || typeof body.author.login === 'string', true);
});

test('runs of a workflow are found by its file, and none is re-run after a month', async () => {
  const { body } = await ask('zev-token', 'GET', `${repo}/actions/workflows/gate.yml/runs?head_sha=${sha}`);
  assert.equal(body.workflow_runs[0].path, '.github/workflows/gate.yml');
  await github.control('POST', 'seed', { owner: 'acme', name: 'widgets', runs: [{ workflow: 'gate.yml', head_sha: sha }] });
  const [{ id: old }] = (await ask('zev-token', 'GET', `${repo}/actions/runs?head_sha=${sha}`)).body.workflow_runs;
  await github.control('PUT', 'clock', { offsetSeconds: 31 * 86_400 });
  const answer = await ask('zev-token', 'POST', `${repo}/actions/runs/${old}/rerun-failed-jobs`);
  await github.control('PUT', 'clock', { offsetSeconds: 0 });
  assert.deepEqual([answer.status, /over a month ago/.test(answer.body.message)], [403, true]);
});

test('a commit is found by its tag, which is no branch; a run goes from state to state', async () => {
  await github.control('POST', 'seed', { owner: 'acme', name: 'widgets', tags: [{ name: 'v1.0', sha }] });
  assert.equal((await ask('zev-token', 'GET', `${repo}/commits/tags%2Fv1.0`)).body.sha, sha);
  assert.equal((await ask('zev-token', 'GET', `${repo}/commits/tags%2Fmain`)).status, 422);
  const run = { workflow: 'gate.yml', head_sha: sha, head_branch: 'v1.0', status: 'in_progress', conclusion: null };
  const { id } = await github.control('POST', 'run', { repository: 'acme/widgets', ...run });
  const now = async () => (await ask('zev-token', 'GET', `${repo}/actions/runs/${id}`)).body;
  assert.deepEqual([(await now()).head_branch, (await now()).conclusion], ['v1.0', null]);
  assert.equal((await ask('zev-token', 'POST', `${repo}/actions/runs/${id}/rerun-failed-jobs`)).status, 403);
  await github.control('PUT', 'run', { repository: 'acme/widgets', id, status: 'completed', conclusion: 'failure' });
  assert.equal((await ask('zev-token', 'POST', `${repo}/actions/runs/${id}/rerun-failed-jobs`)).status, 201);
  assert.deepEqual([(await now()).status, (await now()).run_attempt], ['queued', 2]);
});
