// An issue as GitHub shows it, made from the emulator's answer: our own word for what the emulator leaves out, that is the app
// that an issue was made through, the summary of its sub-issues, and pull requests, which are issues too.
import { own } from '../answer.mjs';
import { appsOf } from './apps.mjs';

export function issueJsonOf({ records, emulator, subIssuesOf }) {
  const through = appsOf(records);

  function complete(issue) {
    const parent = subIssuesOf().parentOf(issue.id);
    const parentRow = parent !== undefined && records.table('issues').get(parent);
    return {
      ...issue,
      performed_via_github_app: through(records.table('issues').get(issue.id), issue.user),
      sub_issues_summary: subIssuesOf().summary(issue.id),
      ...(parentRow && { parent_issue_url: issue.url.replace(/\d+$/, String(parentRow.number)) }),
    };
  }
  function ofPull(pull, repo) {
    const row = records.issue(repo, pull.number);
    const at = pull.issue_url;
    const {
      number,
      title,
      body,
      user,
      state,
      locked,
      labels,
      assignee,
      assignees,
      milestone,
      comments,
      created_at,
      updated_at,
      closed_at,
      draft,
    } = pull;
    return complete({
      url: at,
      repository_url: at.replace(/\/issues\/\d+$/, ''),
      labels_url: `${at}/labels{/name}`,
      comments_url: `${at}/comments`,
      events_url: `${at}/events`,
      html_url: pull.html_url,
      id: row.id,
      node_id: row.node_id,
      number,
      title,
      user,
      labels,
      state,
      state_reason: null,
      locked,
      active_lock_reason: null,
      assignee,
      assignees,
      milestone,
      comments,
      created_at,
      updated_at,
      closed_at,
      body,
      timeline_url: `${at}/timeline`,
      author_association: pull.author_association,
      draft,
      pull_request: {
        url: pull.url,
        html_url: pull.html_url,
        diff_url: pull.diff_url,
        patch_url: pull.patch_url,
        merged_at: pull.merged_at,
      },
    });
  }
  // Asks the emulator, as the caller, for the issue in a row of its table.
  async function issueJson(call, row) {
    const repo = records.repositoryById(row.repo_id);
    const kind = row.is_pull_request ? 'pulls' : 'issues';
    const answer = await emulator.send(call, {
      method: 'GET',
      path: `/repos/${repo.full_name}/${kind}/${row.number}`,
      query: new URLSearchParams(),
    });
    if (answer.status !== 200) throw new Error(`the emulator answers ${answer.status} for issue ${row.number}`);
    return row.is_pull_request ? ofPull(answer.body, repo) : complete(answer.body);
  }
  async function get(call) {
    const row = records.issue(call.repo, call.args.issue_number);
    if (row?.is_pull_request) return own(200, await issueJson(call, row));
    const answer = await emulator.send(call);
    return answer.status === 200 ? { ...answer, body: complete(answer.body) } : answer;
  }
  return { complete, ofPull, issueJson, get };
}
