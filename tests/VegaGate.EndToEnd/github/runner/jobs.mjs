// Runs the jobs of a workflow in the order of their `needs`, each in a fresh workspace, once for each combination of its matrix.
import fs from 'node:fs';
import path from 'node:path';
import { baseEnvironment, runnerContext } from './context.mjs';
import { asText, asTexts, holds, interpolate } from './expressions.mjs';
import { permissionsOf, tokenFor } from './job-token.mjs';
import { Refusal, refuseUnknownKeys } from './refusal.mjs';
import { runSteps } from './steps.mjs';
import { inputsOf } from './triggers.mjs';

const workflowKeys = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];
const jobKeys = [
  'name',
  'needs',
  'if',
  'runs-on',
  'permissions',
  'outputs',
  'env',
  'defaults',
  'steps',
  'timeout-minutes',
  'strategy',
  'continue-on-error',
  'concurrency',
  'environment',
];

// `run` is { workflow, github, payload, options, folder, report }
export async function runJobs(run) {
  const { workflow } = run;
  refuseUnknownKeys('the workflow', workflow, workflowKeys);
  for (const [name, job] of Object.entries(workflow.jobs)) refuseUnknownKeys(`the job '${name}'`, job, jobKeys);
  const done = keptOf(workflow, run.options.previous ?? {});
  for (const [name, job] of Object.entries(done)) run.report.jobs[name] = job;
  const waiting = new Set(Object.keys(workflow.jobs).filter((name) => !done[name]));
  while (waiting.size > 0) {
    const name = [...waiting].find((candidate) => needsOf(workflow, candidate).every((need) => done[need]));
    if (!name) throw new Refusal(`the needs of ${[...waiting].join(', ')} cannot be met`);
    waiting.delete(name);
    done[name] = await runJob(run, name, done);
    run.report.jobs[name] = done[name];
  }
  return Object.values(done).some((job) => job.result === 'failure' && !job.tolerated) ? 'failure' : 'success';
}

// What an earlier attempt has done and is not done again: jobs that have not failed and need none that has.
function keptOf(workflow, previous) {
  const failed = (name) => previous[name] === undefined || previous[name].result === 'failure' || previous[name].result === 'cancelled';
  const stays = (name) => !failed(name) && !ancestorsOf(workflow, name).some(failed);
  return Object.fromEntries(
    Object.keys(workflow.jobs)
      .filter(stays)
      .map((name) => [name, { ...previous[name], kept: true }]),
  );
}

const needsOf = (workflow, name) => [workflow.jobs[name]?.needs ?? []].flat();

function ancestorsOf(workflow, name, found = new Set()) {
  for (const need of needsOf(workflow, name)) if (!found.has(need)) ancestorsOf(workflow, need, found.add(need));
  return [...found];
}

function statusBefore(workflow, name, done) {
  const results = ancestorsOf(workflow, name).map((ancestor) => done[ancestor].result);
  return ['failure', 'cancelled', 'skipped'].find((result) => results.includes(result)) ?? 'success';
}

async function runJob(run, name, done) {
  const { workflow, options, payload } = run;
  const definition = workflow.jobs[name];
  const isFork =
    payload.pull_request?.head?.repo !== undefined &&
    payload.pull_request.head.repo?.full_name !== options.repository &&
    options.event === 'pull_request';
  const contexts = {
    github: { ...run.github, event: payload, job: name },
    vars: options.var,
    inputs: inputsOf(workflow, payload),
    needs: Object.fromEntries(needsOf(workflow, name).map((need) => [need, { result: done[need].result, outputs: done[need].outputs }])),
  };
  const scope = { contexts, status: statusBefore(workflow, name, done) };
  if (!holds(definition.if, scope)) return { result: 'skipped', outputs: {}, steps: [] };
  const permissions = permissionsOf(workflow, definition, { isFork });
  const tolerated = asText(interpolate(definition['continue-on-error'] ?? false, scope)) === 'true';
  const runs = [];
  for (const matrix of combinations(interpolate(definition.strategy?.matrix, scope))) {
    runs.push(await runOnce({ ...run, contexts, permissions, isFork }, name, definition, matrix));
  }
  const outputs = Object.assign(
    {},
    ...runs.map((one) => Object.fromEntries(Object.entries(one.outputs).filter(([, value]) => value !== ''))),
  );
  const result = runs.some((one) => one.result === 'failure') && !tolerated ? 'failure' : 'success';
  return { result, outputs, permissions, steps: runs.flatMap((one) => one.steps), ...(runs.length > 1 && { runs }) };
}

async function runOnce({ workflow, contexts, permissions, isFork, options, folder, report }, name, definition, matrix) {
  const id = matrix ? `${name} (${Object.values(matrix).map(asText).join(', ')})` : name;
  const home = path.join(folder, id.replace(/[^\w-]+/g, '_'));
  const workspace = path.join(home, 'work', options.repository.split('/')[1]);
  fs.mkdirSync(workspace, { recursive: true });
  const token = await tokenFor({ permissions, options });
  const secrets = isFork ? { GITHUB_TOKEN: token } : { ...options.secret, GITHUB_TOKEN: token };
  for (const secret of Object.values(secrets)) report.mask(secret);
  const github = { ...contexts.github, token, workspace };
  const environment = baseEnvironment({ github, folder: home, passEnv: options.passEnv });
  const all = {
    ...contexts,
    github,
    secrets,
    matrix: matrix ?? {},
    strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1 },
    runner: runnerContext(environment),
  };
  const job = { id, report, options, folder: home, workspace, environment, variables: {}, paths: [], number: 0 };
  for (const env of [workflow.env, definition.env]) {
    Object.assign(job.variables, asTexts(interpolate(env ?? {}, { contexts: { ...all, env: { ...job.variables } }, workspace })));
  }
  const defaults = { ...workflow.defaults?.run, ...definition.defaults?.run };
  const { status, finished, records } = await runSteps(definition.steps, job, { contexts: all, overlay: {}, defaults });
  const after = { contexts: { ...all, env: job.variables, steps: finished, job: { status } }, status, workspace };
  const outputs = asTexts(interpolate(definition.outputs ?? {}, after));
  return { id, result: status, matrix, outputs, steps: records };
}

function combinations(matrix) {
  if (!matrix) return [undefined];
  const { include = [], exclude = [], ...axes } = matrix;
  const covers = (part, whole) => Object.entries(part).every(([key, value]) => JSON.stringify(whole[key]) === JSON.stringify(value));
  let all = Object.entries(axes).reduce(
    (list, [key, values]) => list.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [{}],
  );
  all = all.filter((one) => Object.keys(one).length > 0 && !exclude.some((part) => covers(part, one)));
  const originals = all.map((one) => ({ ...one }));
  for (const extra of include) {
    const fits = originals
      .map((one, index) => [one, index])
      .filter(([one]) =>
        Object.entries(extra).every(([key, value]) => !(key in axes) || JSON.stringify(one[key]) === JSON.stringify(value)),
      );
    if (fits.length === 0) all.push({ ...extra });
    for (const [, index] of fits) Object.assign(all[index], extra);
  }
  return all;
}
