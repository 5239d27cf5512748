// Runs the steps of a job, or of a composite action inside a step.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { checkout } from './checkout.mjs';
import { CommandReader } from './commands.mjs';
import { asText, asTexts, holds, interpolate } from './expressions.mjs';
import { freshFiles, readFiles } from './file-commands.mjs';
import { Refusal, refuseUnknownKeys } from './refusal.mjs';
import { runScript } from './script.mjs';

const stepKeys = ['id', 'if', 'name', 'uses', 'run', 'shell', 'with', 'env', 'working-directory', 'continue-on-error', 'timeout-minutes'];

// `job` is shared by all steps: { id, report, options, folder, workspace, environment, variables, paths, secrets }.
// `scope` is where these steps stand: { contexts, overlay, defaults, action } (`action`: { path, repository, ref } inside a composite action,
// `index` and `label`: the step of the job that it belongs to).
export async function runSteps(steps, job, scope) {
  const finished = {};
  const records = [];
  let status = 'success';
  for (const [index, step] of steps.entries()) {
    refuseUnknownKeys(`step ${index + 1} of ${job.id}`, step, stepKeys);
    const id = step.id ?? `__${step.uses ? step.uses.replace(/[^\w]+/g, '_') : 'run'}${index || ''}`;
    const record = {
      id: step.id,
      name: step.name ?? step.uses ?? String(step.run ?? '').split('\n')[0],
      outcome: 'success',
      conclusion: 'success',
      outputs: {},
    };
    const where = { job: job.id, step: scope.action ? `${scope.label} / ${record.name}` : record.name, index: scope.index ?? index };
    const state = { job, scope, step, where, id, record, stepScope: (variables = {}) => scopeOf(job, scope, finished, status, variables) };
    try {
      if (holds(step.if, state.stepScope())) await runStep(state);
      else record.outcome = 'skipped';
    } catch (error) {
      if (error instanceof Refusal) throw error;
      record.outcome = 'failure';
      job.report.annotate(where, 'error', error.message);
    }
    record.conclusion = record.outcome;
    if (record.outcome === 'failure') {
      if (asText(interpolate(step['continue-on-error'] ?? false, state.stepScope())) === 'true') record.conclusion = 'success';
      else status = 'failure';
    }
    finished[id] = { outputs: record.outputs, outcome: record.outcome, conclusion: record.conclusion };
    records.push(record);
  }
  return { status, finished, records };
}

function scopeOf(job, scope, finished, status, extraVariables) {
  const github = {
    ...scope.contexts.github,
    action_path: scope.action?.path ?? '',
    action_repository: scope.action?.repository ?? '',
    action_ref: scope.action?.ref ?? '',
  };
  return {
    contexts: {
      ...scope.contexts,
      github,
      env: { ...job.variables, ...scope.overlay, ...extraVariables },
      steps: finished,
      job: { status },
    },
    status,
    workspace: job.workspace,
  };
}

async function runStep(state) {
  const { step, job, where, record, stepScope } = state;
  const variables = asTexts(interpolate(step.env ?? {}, stepScope()));
  const inner = { ...state, variables, inside: stepScope(variables) };
  record.name = asText(interpolate(record.name, inner.inside));
  if (!step.id && step.run !== undefined && !step.name) record.name = record.name.slice(0, 80);
  job.report.print(where, `> ${record.name}`);
  if (step.run !== undefined) return runCommandLine(inner);
  if (typeof step.uses !== 'string') throw new Refusal(`a step of ${job.id} has neither run nor uses`);
  return runAction(inner);
}

async function runCommandLine({ step, job, scope, where, id, record, variables, inside }) {
  if (scope.action && !step.shell) throw new Error(`Required property is missing: shell (in ${scope.action.path})`);
  job.number += 1;
  const files = freshFiles(job.folder, job.number);
  const { report } = job;
  const reader = new CommandReader({ execute: (command) => executeCommand(command), print: (text) => report.print(where, text) });
  const outputsByCommand = {};
  function executeCommand(command) {
    if (command.name === 'set-output') outputsByCommand[command.properties.name] = command.data;
    report.execute(where, command);
  }
  const action = scope.action
    ? {
        GITHUB_ACTION_PATH: scope.action.path,
        GITHUB_ACTION_REPOSITORY: scope.action.repository ?? '',
        GITHUB_ACTION_REF: scope.action.ref ?? '',
      }
    : {};
  const environment = {
    ...job.environment,
    ...job.variables,
    ...scope.overlay,
    ...variables,
    ...action,
    ...files,
    GITHUB_ACTION: id,
    PATH: [...job.paths, variables.PATH ?? job.variables.PATH ?? job.environment.PATH].join(path.delimiter),
  };
  const directory = asText(interpolate(step['working-directory'] ?? scope.defaults?.['working-directory'] ?? '.', inside));
  const code = await runScript({
    script: asText(interpolate(step.run, inside)),
    shell: asText(interpolate(step.shell ?? scope.defaults?.shell ?? 'default', inside)),
    environment,
    directory: path.resolve(job.workspace, directory),
    folder: job.folder,
    number: job.number,
    timeoutMinutes: Number(interpolate(step['timeout-minutes'] ?? 0, inside)),
    onLine: (line) => reader.line(line),
  });
  const written = readFiles(files);
  record.outputs = { ...outputsByCommand, ...written.outputs };
  Object.assign(job.variables, written.environment);
  job.paths.unshift(...written.paths.toReversed());
  if (written.summary) report.summaries.push({ ...where, text: written.summary });
  if (written.lostSummary) report.annotate(where, 'error', written.lostSummary);
  record.exitCode = code;
  if (code === 0) return;
  record.outcome = 'failure';
  report.annotate(where, 'error', `Process completed with exit code ${code}.`);
}

async function runAction(state) {
  const { step, job, scope, record, inside } = state;
  const inputs = asTexts(interpolate(step.with ?? {}, inside));
  if (/^actions\/checkout@/.test(step.uses)) {
    record.outputs = checkout({ inputs, github: scope.contexts.github, repositoryFolder: job.options.repo, workspace: job.workspace });
    return;
  }
  const found = locate(step.uses, job);
  if (found === 'noop') return;
  const file = ['action.yml', 'action.yaml'].map((name) => path.join(found.path, name)).find((candidate) => fs.existsSync(candidate));
  if (!file)
    throw new Error(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${found.path}'. Did you forget to run actions/checkout before running your local action?`,
    );
  const action = parse(fs.readFileSync(file, 'utf8'));
  if (action.runs?.using !== 'composite')
    throw new Refusal(`${step.uses} runs with ${action.runs?.using}; this runner runs composite actions only`);
  await runComposite(state, action, found, inputs);
}

async function runComposite({ job, scope, where, record, variables, inside }, action, found, given) {
  const declared = Object.entries(action.inputs ?? {});
  const lower = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const unexpected = Object.keys(lower).filter((name) => !declared.some(([known]) => known.toLowerCase() === name));
  if (unexpected.length > 0)
    job.report.annotate(
      where,
      'warning',
      `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${declared.map(([name]) => name).join("', '")}']`,
    );
  const inputs = Object.fromEntries(
    declared.map(([name, input]) => [name, lower[name.toLowerCase()] ?? asText(interpolate(input?.default ?? '', inside))]),
  );
  const { github, runner, strategy, matrix } = scope.contexts;
  const result = await runSteps(action.runs.steps, job, {
    contexts: { github, runner, strategy, matrix, inputs },
    overlay: { ...scope.overlay, ...variables },
    action: found,
    index: where.index,
    label: where.step,
  });
  record.steps = result.records;
  record.outcome = result.status;
  const after = {
    contexts: { github, inputs, steps: result.finished, env: { ...job.variables, ...variables } },
    status: result.status,
    workspace: job.workspace,
  };
  for (const [name, output] of Object.entries(action.outputs ?? {})) record.outputs[name] = asText(interpolate(output.value, after));
}

function locate(uses, job) {
  if (uses.startsWith('./')) return { path: path.resolve(job.workspace, uses) };
  const [, repository, inside = '', ref] = /^([^/@]+\/[^/@]+)(\/[^@]*)?@(.+)$/.exec(uses) ?? [];
  const mapped = repository && job.options.map[repository];
  if (!mapped) throw new Refusal(`uses: ${uses} is not mapped; give --map ${repository ?? 'owner/repo'}=DIR or =noop`);
  return mapped === 'noop' ? 'noop' : { path: path.join(path.resolve(mapped), inside), repository, ref };
}
