// The `github` context of a run, and the environment that a step sees.
import fs from 'node:fs';
import path from 'node:path';

// Taken over from the parent's environment, besides what `--pass-env` names.
const passed = ['LANG', 'LC_ALL', 'TZ', 'NUGET_PACKAGES', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
const notInEnvironment = new Set(['token', 'event']);

export function githubContext({ workflow, file, options, payload, folder }) {
  const eventPath = path.join(folder, 'event.json');
  fs.writeFileSync(eventPath, JSON.stringify(payload));
  const { ref, sha, repository, actor, actorId, triggeringActor, apiUrl, serverUrl, runId, runAttempt } = options;
  return {
    event_name: options.event,
    event_path: eventPath,
    ref,
    sha,
    repository,
    actor,
    triggering_actor: triggeringActor,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    repository_owner: repository.split('/')[0],
    repository_id: String(payload.repository?.id ?? 1),
    repository_owner_id: String(payload.repository?.owner?.id ?? 1),
    base_ref: payload.pull_request?.base?.ref ?? '',
    head_ref: payload.pull_request?.head?.ref ?? '',
    actor_id: String(actorId),
    api_url: apiUrl,
    graphql_url: `${apiUrl}/graphql`,
    server_url: serverUrl,
    run_id: String(runId),
    run_number: '1',
    run_attempt: String(runAttempt),
    retention_days: '90',
    workflow: workflow.name ?? path.basename(file),
    workflow_ref: `${repository}/.github/workflows/${path.basename(file)}@${ref}`,
    workflow_sha: sha,
  };
}

export function baseEnvironment({ github, folder, passEnv }) {
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME, CI: 'true', GITHUB_ACTIONS: 'true' };
  for (const name of Object.keys(process.env)) {
    if (passed.includes(name) || passEnv.includes(name) || name.startsWith('DOTNET_')) environment[name] = process.env[name];
  }
  for (const [name, value] of Object.entries(github)) {
    if (!notInEnvironment.has(name) && typeof value === 'string') environment[`GITHUB_${name.toUpperCase()}`] = value;
  }
  const temp = path.join(folder, 'temp');
  const tools = path.join(folder, 'tools');
  for (const directory of [temp, tools]) fs.mkdirSync(directory, { recursive: true });
  return {
    ...environment,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'local',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: tools,
  };
}

export const runnerContext = (environment) => ({
  os: environment.RUNNER_OS,
  arch: environment.RUNNER_ARCH,
  name: environment.RUNNER_NAME,
  environment: environment.RUNNER_ENVIRONMENT,
  temp: environment.RUNNER_TEMP,
  tool_cache: environment.RUNNER_TOOL_CACHE,
  debug: '',
});
