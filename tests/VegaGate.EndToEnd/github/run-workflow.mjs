#!/usr/bin/env node
// Runs a workflow file of a checkout for an event, as GitHub's runner would; what it does not know it refuses.
//   node run-workflow.mjs WORKFLOW.yml --repo DIR --event NAME [--payload FILE] [--ref REF] [--sha SHA] [--repository O/R] [--actor A]
//     [--proxy URL | --token T] [--secret K=V] [--var K=V] [--api-url URL] [--server-url URL] [--run-id N]
//     [--run-attempt N --triggering-actor A --previous REPORT.json]
//     [--map owner/repo=DIR|noop] [--pass-env NAME] [--work DIR] [--json OUT.json] [--quiet]
// --previous is the report of the attempt before: only its failed jobs, and those that need them, run again, as GitHub's "re-run failed jobs" does.
// --proxy registers a token there for every job, with the job's permissions. Exit: 0 success (or not triggered), 1 failure, 2 refused.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { githubContext } from './runner/context.mjs';
import { runJobs } from './runner/jobs.mjs';
import { Refusal } from './runner/refusal.mjs';
import { Report } from './runner/report.mjs';
import { isTriggered } from './runner/triggers.mjs';

const one = { type: 'string' };
const many = { type: 'string', multiple: true, default: [] };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repo: one,
    event: one,
    payload: one,
    ref: { ...one, default: 'refs/heads/main' },
    sha: one,
    repository: { ...one, default: 'acme/widgets' },
    actor: { ...one, default: 'octocat' },
    proxy: one,
    token: one,
    secret: many,
    var: many,
    'api-url': one,
    'server-url': { ...one, default: 'https://github.com' },
    'run-id': { ...one, default: '1' },
    'run-attempt': { ...one, default: '1' },
    'triggering-actor': one,
    'actor-id': { ...one, default: '1' },
    previous: one,
    map: many,
    'pass-env': many,
    work: one,
    json: one,
    quiet: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (!file || !values.repo || !values.event) {
  console.error('usage: node run-workflow.mjs WORKFLOW.yml --repo DIR --event NAME ... (see the top of this file)');
  process.exit(2);
}

const pairs = (list) => Object.fromEntries(list.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
const repo = path.resolve(values.repo);
const options = {
  ...values,
  repo,
  secret: pairs(values.secret),
  var: pairs(values.var),
  map: pairs(values.map),
  passEnv: values['pass-env'],
  apiUrl: values['api-url'] ?? values.proxy ?? 'https://api.github.com',
  serverUrl: values['server-url'],
  runId: values['run-id'],
  runAttempt: values['run-attempt'],
  triggeringActor: values['triggering-actor'] ?? values.actor,
  actorId: values['actor-id'],
  previous: values.previous ? JSON.parse(fs.readFileSync(values.previous, 'utf8')).jobs : {},
  sha: values.sha ?? execFileSync('git', ['-C', repo, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim(),
};
const folder = values.work ? path.resolve(values.work) : fs.mkdtempSync(path.join(os.tmpdir(), 'run-workflow-'));
fs.mkdirSync(folder, { recursive: true });

const report = new Report({ echo: values.quiet ? () => {} : console.log });
try {
  const payload = values.payload ? JSON.parse(fs.readFileSync(values.payload, 'utf8')) : {};
  const workflow = parse(fs.readFileSync(file, 'utf8'));
  if (isTriggered(workflow, options, payload)) {
    const github = githubContext({ workflow, file, options, payload, folder });
    report.result = await runJobs({ workflow, github, payload, options, folder, report });
  } else {
    report.result = 'not-triggered';
  }
} catch (error) {
  report.result = 'refused';
  report.error = error instanceof Refusal ? error.message : error.stack;
  console.error(`run-workflow: ${report.error}`);
}
if (values.json) fs.writeFileSync(values.json, JSON.stringify(report, null, 1));
if (!values.work) fs.rmSync(folder, { recursive: true, force: true });
if (!values.quiet) console.log(`workflow: ${report.result}`);
process.exitCode = { success: 0, 'not-triggered': 0, failure: 1 }[report.result] ?? 2;
