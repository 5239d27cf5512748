// The runner: jobs, composite actions, file commands, both forms of workflow commands, limits, tokens, refusals.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { CommandReader, parseCommand } from '../runner/commands.mjs';
import { holds } from '../runner/expressions.mjs';
import { parsePairs } from '../runner/file-commands.mjs';
import { startEmulator } from './start-emulator.mjs';

const here = path.join(import.meta.dirname, '..');
let folder;
let repo;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'run-workflow-test-'));
  repo = path.join(folder, 'repo');
  fs.cpSync(path.join(here, 'test/runs'), repo, { recursive: true });
  const git = (...args) =>
    execFileSync('git', ['-C', repo, '-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...args]);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'The commit');
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

async function run(workflow, ...args) {
  const file = path.join(folder, 'workflow-under-test.yml');
  fs.writeFileSync(file, workflow);
  const json = path.join(folder, 'out.json');
  const child = spawn(
    process.execPath,
    ['run-workflow.mjs', file, '--repo', repo, '--event', 'push', '--json', json, '--quiet', '--map', 'actions/setup-dotnet=noop', ...args],
    { cwd: here, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [code] = await once(child, 'exit');
  return { code, ...JSON.parse(fs.readFileSync(json, 'utf8')) };
}
const whole = () => fs.readFileSync(path.join(here, 'test/runs/workflow.yml'), 'utf8');
const steps = (...list) => `on: push\njobs:\n  one:\n    runs-on: x\n    steps:\n${list.map((step) => `      - ${step}\n`).join('')}`;

test('a workflow with a composite action, outputs, needs, a matrix and a failing step', async () => {
  const github = await startEmulator();
  try {
    const { code, result, jobs, annotations, dropped, summaries, log, commands } = await run(
      whole(),
      '--proxy',
      github.url,
      '--secret',
      'DEPLOY=deploy-secret',
    );
    assert.deepEqual([code, result], [1, 'failure']);
    assert.deepEqual(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.result])), {
      greet: 'success',
      fail: 'failure',
      after: 'success',
      never: 'skipped',
    });
    assert.equal(jobs.greet.outputs.said, 'hello world\nagain=world');
    assert.deepEqual(jobs.greet.permissions, { metadata: 'read', contents: 'read', issues: 'write' });
    assert.deepEqual(
      jobs.fail.runs.map((one) => [one.id, ...one.steps.map((step) => step.outcome)]),
      [
        ['fail (error)', 'failure', 'skipped', 'success', 'skipped'],
        ['fail (old, more)', 'failure', 'skipped', 'success', 'skipped'],
      ],
    );
    assert.equal(jobs.fail.steps[0].exitCode, 3);
    const notice = annotations.find(({ level }) => level === 'notice');
    assert.deepEqual(
      [notice.job, notice.file, notice.line, notice.endLine, notice.col, notice.title, notice.message],
      ['greet', 'act/action.yml', 3, 3, 1, 'a:b,c', '100% done\nnext'],
    );
    assert.equal(annotations.filter(({ level }) => level === 'warning').length, 10);
    assert.equal(dropped, 2);
    const errors = annotations.filter(({ job }) => job === 'fail (error)').map(({ message }) => message);
    assert.deepEqual(errors, ['real', 'old form', 'Process completed with exit code 3.']);
    assert.deepEqual(
      summaries.map(({ job, text }) => [job, text]),
      [['greet', '# Greeted world\n']],
    );
    const names = commands.filter(({ job }) => job === 'fail (error)').map(({ name }) => name);
    assert.deepEqual(names, ['stop-commands', 'resume-commands', 'debug', 'add-mask']);
    const lines = log.map(({ text }) => text);
    assert.ok(lines.includes('token is ***'));
    assert.ok(lines.includes('*** is error'));
    assert.ok(lines.includes('extra=more'));
    assert.ok(lines.includes('The commit'));
    assert.ok(!lines.some((line) => line.includes('never') && !line.startsWith('>')));
    assert.match(JSON.stringify(log), /said=hello world/);
  } finally {
    await github.stop();
  }
});

test('a job has a token with just its permissions', async () => {
  const github = await startEmulator();
  const workflow = (
    access,
  ) => `on: push\npermissions: {}\njobs:\n  one:\n    runs-on: x\n    permissions: { issues: ${access} }\n    steps:\n      - env:\n          TOKEN: \${{ github.token }}\n        run: >-
          curl -sf -o /dev/null -X POST -A test -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"title":"From a job"}' "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues"\n`;
  try {
    assert.equal((await run(workflow('write'), '--proxy', github.url)).result, 'success');
    assert.equal((await run(workflow('read'), '--proxy', github.url)).result, 'failure');
    const fork = path.join(folder, 'fork.json');
    fs.writeFileSync(
      fork,
      JSON.stringify({
        action: 'opened',
        pull_request: { base: { ref: 'main' }, head: { ref: 'x', repo: { full_name: 'guest/widgets' } } },
      }),
    );
    const forked = await run(
      workflow('write').replace('on: push', 'on: pull_request'),
      '--proxy',
      github.url,
      '--event',
      'pull_request',
      '--payload',
      fork,
      '--secret',
      'A=b',
    );
    assert.deepEqual([forked.result, forked.jobs.one.permissions.issues], ['failure', 'read']);
  } finally {
    await github.stop();
  }
});

test('an event that the workflow does not name starts nothing', async () => {
  assert.equal((await run(whole(), '--event', 'schedule')).result, 'not-triggered');
  assert.equal((await run(whole(), '--ref', 'refs/heads/topic')).result, 'not-triggered');
});

test('what the runner does not know it refuses', async () => {
  for (const [workflow, message] of [
    [steps('uses: some/action@v1'), /not mapped/],
    [steps('run: echo\n        shell: fish'), /no shell 'fish'/],
    [steps('run: echo\n        colour: red'), /does not know colour/],
    [`${steps('run: echo')}    container: x\n`, /does not know container/],
    ['on: push\njobs:\n  one:\n    uses: ./x.yml\n', /does not know uses/],
  ]) {
    const { code, result, error } = await run(workflow);
    assert.deepEqual([code, result], [2, 'refused']);
    assert.match(error, message);
  }
});

test('a checkout is shallow unless asked, and takes the ref that it is given', async () => {
  const git = (...args) => execFileSync('git', ['-C', repo, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]);
  git('checkout', '-q', '-b', 'side');
  git('commit', '-q', '--allow-empty', '-m', 'On the side');
  git('checkout', '-q', 'main');
  const checkedOut = async (inputs) => {
    const { log } = await run(
      steps(`{ uses: actions/checkout@v4, with: { ${inputs} } }`, 'run: git log --format=%s | paste -sd, && git branch --show-current'),
    );
    return log.map(({ text }) => text).filter((text) => !text.startsWith('>'));
  };
  assert.deepEqual(await checkedOut(''), ['The commit', 'main']);
  assert.deepEqual(await checkedOut('ref: side'), ['On the side', 'side']);
  assert.deepEqual(await checkedOut('ref: side, fetch-depth: 0'), ['On the side,The commit', 'side']);
});

test('GITHUB_ENV may not set GITHUB_*, and a broken output file fails the step', async () => {
  const forbidden = await run(steps('run: echo GITHUB_SHA=x >> "$GITHUB_ENV"'));
  assert.match(forbidden.annotations[0].message, /Can't store GITHUB_SHA/);
  assert.equal(forbidden.result, 'failure');
  const broken = await run(steps('run: echo "a<<END" >> "$GITHUB_OUTPUT"'));
  assert.match(broken.annotations[0].message, /Matching delimiter not found 'END'/);
});

test('a condition without a status function means success() as well', () => {
  const scope = { contexts: { github: { event_name: 'push' } }, status: 'failure' };
  assert.equal(holds("github.event_name == 'push'", scope), false);
  assert.equal(holds("always() && github.event_name == 'push'", scope), true);
  assert.equal(holds("contains('always()', 'a')", scope), false);
});

test('outputs keep lines, equal signs and carriage returns', () => {
  assert.deepEqual(parsePairs('a=1=2\nb<<X\nl1\r\nl2\nX\nc<<Y\nY\n'), [
    ['a', '1=2'],
    ['b', 'l1\r\nl2'],
    ['c', ''],
  ]);
  assert.throws(() => parsePairs('nonsense'), /Invalid format/);
});

test('a second attempt runs what has failed and what needs it, and keeps the rest with its outputs', async () => {
  const mark = path.join(folder, 'mark');
  const job = (name, needs, script) =>
    `  ${name}:\n    ${needs}\n    runs-on: x\n    outputs: { at: "\${{ steps.s.outputs.at }}" }\n    steps: [{ id: s, run: ${JSON.stringify(script)} }]\n`;
  const workflow = [
    'on: push\njobs:\n',
    job('first', 'if: true', 'echo at=$GITHUB_RUN_ATTEMPT >> $GITHUB_OUTPUT'),
    job('second', 'needs: first', `test -f ${mark} && echo at=$GITHUB_RUN_ATTEMPT-$GITHUB_TRIGGERING_ACTOR >> $GITHUB_OUTPUT`),
    job('third', 'needs: [first, second]', 'echo "at=${{ needs.first.outputs.at }} ${{ needs.second.outputs.at }}" >> $GITHUB_OUTPUT'),
  ].join('');
  const one = await run(workflow);
  assert.deepEqual([one.result, one.jobs.first.outputs.at, one.jobs.third.result], ['failure', '1', 'skipped']);
  fs.writeFileSync(mark, '');
  const previous = path.join(folder, 'previous.json');
  fs.writeFileSync(previous, JSON.stringify(one));
  const two = await run(workflow, '--previous', previous, '--run-attempt', '2', '--triggering-actor', 'rr');
  assert.deepEqual([two.result, two.jobs.first.kept, two.jobs.second.kept], ['success', true, undefined]);
  assert.equal(two.jobs.third.outputs.at, '1 2-rr');
});

test('commands are parsed by the rules of the runner', () => {
  assert.equal(parseCommand('x ::error::no'), undefined);
  assert.equal(parseCommand('::unknown::no'), undefined);
  assert.deepEqual(parseCommand('\t::ERROR file=a%2Cb,line=1::50%25%0A'), {
    name: 'error',
    properties: { file: 'a,b', line: '1' },
    data: '50%\n',
  });
  assert.deepEqual(parseCommand('::error title=%253A::x').properties, { title: '%3A' });
  assert.deepEqual(parseCommand('x ##[warning file=a%5Db;line=2]y'), {
    name: 'warning',
    properties: { file: 'a]b', line: '2' },
    data: 'y',
  });
});

test('stop-commands holds for one script only', () => {
  const seen = [];
  const reader = new CommandReader({ execute: (command) => seen.push(command.name), print: (text) => seen.push(text) });
  for (const line of ['::stop-commands::tok', '::notice::a', '##[tok]', '::notice::b']) reader.line(line);
  assert.deepEqual(seen, ['stop-commands', '::notice::a', 'resume-commands', 'notice']);
});
