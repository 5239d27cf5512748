// The timeline: our own word for GitHub's behaviour. The emulator's events lack `state_reason`, the app and comments, and hold
// `opened` and `edited`, which GitHub has not. The reason is caught when the emulator writes the event, from the issue at that moment.
import { notFound, own } from '../answer.mjs';
import { paged } from '../paging.mjs';
import { appsOf } from './apps.mjs';

const unknownToGitHub = new Set(['opened', 'edited']);

export function timeline({ records, emulator, reactions }) {
  let sequence = 0;
  const events = records.table('issue_events');
  for (const table of [events, records.table('comments')]) {
    const insert = table.insert.bind(table);
    table.insert = (row) => {
      const issue = row.issue_number && records.issue({ id: row.repo_id }, row.issue_number);
      return insert({ ...row, sequence: (sequence += 1), state_reason: issue?.state_reason ?? null });
    };
  }
  const through = appsOf(records);
  const ofIssue = (issue) => records.in('issue_events', { id: issue.repo_id }).filter((row) => row.issue_number === issue.number);

  function shown(event) {
    const row = events.get(event.id);
    const { id, node_id, url, actor, commit_id, commit_url, created_at } = event;
    const base = {
      id,
      node_id,
      url,
      actor,
      event: event.event,
      commit_id,
      commit_url,
      created_at,
      performed_via_github_app: through(row, actor),
    };
    switch (event.event) {
      case 'closed':
        return { ...base, state_reason: row.state_reason };
      case 'reopened':
        return { ...base, state_reason: 'reopened' };
      case 'labeled':
      case 'unlabeled':
        return { ...base, label: event.label };
      case 'assigned':
      case 'unassigned':
        return { ...base, assignee: event.assignee };
      case 'milestoned':
      case 'demilestoned':
        return { ...base, milestone: { title: row.milestone_title } };
      case 'renamed':
        return { ...base, rename: row.rename };
      default:
        return base;
    }
  }
  async function list(call, withComments) {
    const issue = records.issue(call.repo, call.args.issue_number);
    if (!issue) return notFound();
    const at = `/repos/${call.repo.full_name}/issues/${issue.number}`;
    const answer = issue.is_pull_request ? { status: 200, body: [] } : await emulator.all(call, `${at}/events`);
    if (answer.status !== 200) return answer;
    const all = answer.body
      .filter((event) => !unknownToGitHub.has(event.event))
      .map((event) => [events.get(event.id).sequence, shown(event)]);
    if (withComments) {
      const comments = await emulator.all(call, `${at}/comments`);
      const table = records.table('comments');
      all.push(
        ...comments.body.map((comment) => {
          const row = table.get(comment.id);
          return [
            row.sequence,
            {
              ...comment,
              event: 'commented',
              actor: comment.user,
              performed_via_github_app: through(row, comment.user),
              reactions: reactions.summary(comment),
            },
          ];
        }),
      );
    }
    all.sort(([a], [b]) => a - b);
    return paged(
      call,
      all.map(([, event]) => event),
    );
  }
  // Writes an event, and what it did to the issue, in somebody's name: for what no request of a test can do, such as closing by a commit.
  function act({ repository, number, event, actor, state_reason: reason, commit_id: commit, via_app: viaApp, created_at: at, rename }) {
    const repo = records.repository(repository);
    const issue = repo && records.issue(repo, number);
    const user = records.user(actor);
    if (!issue || !user) throw new Error(`no issue ${repository}#${number}, or no user '${actor}'`);
    if (event === 'closed' || event === 'reopened') {
      const closed = event === 'closed';
      const state = closed ? 'closed' : 'open';
      const stateReason = closed ? (reason ?? 'completed') : 'reopened';
      records.table('issues').update(issue.id, {
        state,
        state_reason: stateReason,
        closed_at: closed ? (at ?? new Date().toISOString()) : null,
        closed_by_id: closed ? user.id : null,
      });
    }
    const url = commit ? `${records.baseUrl}/repos/${repo.full_name}/commits/${commit}` : null;
    const row = events.insert({
      node_id: '',
      repo_id: repo.id,
      issue_number: issue.number,
      event,
      actor_id: user.id,
      commit_id: commit ?? null,
      commit_url: url,
      label_name: null,
      assignee_id: null,
      milestone_title: null,
      rename: rename ?? null,
      via_app: viaApp,
    });
    if (at) row.created_at = at;
    return own(201, { id: row.id });
  }
  return {
    routes: {
      'issues/list-events-for-timeline': (call) => list(call, true),
      'issues/list-events': (call) => list(call, false),
    },
    act,
    mark: () => sequence,
    // Adds to what was written to an issue's events since the mark what the emulator could not know.
    annotate(issue, mark, { viaApp, stateReason }) {
      for (const row of ofIssue(issue).filter((event) => event.sequence > mark)) {
        if (viaApp) row.via_app = viaApp;
        if (row.event === 'closed') row.state_reason = stateReason;
      }
    },
    renamed(issue, actor, from, to) {
      const repo = records.repositoryById(issue.repo_id);
      act({ repository: repo.full_name, number: issue.number, event: 'renamed', actor: actor.login, rename: { from, to } });
    },
  };
}
