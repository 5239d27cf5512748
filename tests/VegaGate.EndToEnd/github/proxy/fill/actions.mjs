// Workflow runs and dispatches: our own word for GitHub's behaviour. The emulator lists runs without regard to `head_sha`,
// re-runs a run by making another one, and knows neither re-running of failed jobs nor `repository_dispatch`.
import { notFound, own, problem, validationFailed } from '../answer.mjs';
import { timestamp } from '../clock.mjs';
import { cut } from '../paging.mjs';

const month = 30 * 24 * 60 * 60 * 1000;

export function actions({ records, emulator }) {
  const runOf = (repository, id) => records.in('workflow_runs', records.repository(repository)).find((row) => row.id === Number(id));
  function rerun({ repo, args }, failedOnly) {
    const run = records.in('workflow_runs', repo).find((row) => row.id === Number(args.run_id));
    if (!run) return notFound();
    if (run.status !== 'completed') return problem(403, 'The workflow run cannot be retried because it is still in progress.');
    if (Date.now() - Date.parse(run.created_at) > month)
      return problem(403, 'Unable to retry this workflow run because it was created over a month ago');
    if (failedOnly && run.conclusion === 'success') return problem(403, 'This workflow run has no failed jobs to retry.');
    records
      .table('workflow_runs')
      .update(run.id, { status: 'queued', conclusion: null, run_attempt: run.run_attempt + 1, run_started_at: timestamp() });
    return own(201, {});
  }
  async function list(call) {
    const sha = call.query.get('head_sha');
    const status = call.query.get('status');
    const rows = new Map(records.in('workflow_runs', call.repo).map((row) => [row.id, row]));
    const query = Object.fromEntries(
      ['actor', 'branch', 'event'].filter((name) => call.query.has(name)).map((name) => [name, call.query.get(name)]),
    );
    const found = [];
    for (let page = 1; ; page += 1) {
      const answer = await emulator.send(call, { query: new URLSearchParams({ ...query, per_page: '100', page: String(page) }) });
      if (answer.status !== 200) return answer;
      found.push(...answer.body.workflow_runs);
      if (found.length >= answer.body.total_count) break;
    }
    const runs = found
      .filter((run) => (!sha || run.head_sha === sha) && (!status || run.status === status || run.conclusion === status))
      .map((run) => ({ ...run, head_commit: { ...run.head_commit, tree_id: rows.get(run.id).head_sha } })) // the emulator draws a new one each time
      .sort((a, b) => b.id - a.id);
    const { items, link } = cut(call, runs);
    return own(200, { total_count: runs.length, workflow_runs: items }, link ? { link } : {});
  }
  const routes = {
    'actions/list-workflow-runs-for-repo': list,
    'actions/list-workflow-runs': list,
    'actions/re-run-workflow': (call) => rerun(call, false),
    'actions/re-run-workflow-failed-jobs': (call) => rerun(call, true),
    'repos/create-dispatch-event': ({ body }) => {
      if (Object.keys(body.client_payload ?? {}).length <= 10) return own(204);
      return validationFailed({
        resource: 'RepositoryDispatch',
        field: 'client_payload',
        code: 'custom',
        message: 'No more than 10 properties are allowed',
      });
    },
  };
  return {
    routes,
    // What GitHub's own machinery does: a run goes from one state to the next.
    set: ({ repository, id, ...state }) => {
      const run = runOf(repository, id);
      if (!run) throw new Error(`no run ${id} in ${repository}`);
      records.table('workflow_runs').update(run.id, state);
      return runOf(repository, id);
    },
  };
}
