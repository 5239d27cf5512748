// The list of issues: our own word for GitHub's behaviour. The emulator leaves pull requests out, compares label names and
// logins with regard to case, and does not settle the order of issues of the same second. Lists carry no `closed_by`.
import { paged } from '../paging.mjs';
import { same } from '../roles.mjs';

const sortKeys = { created: (issue) => issue.created_at, updated: (issue) => issue.updated_at, comments: (issue) => issue.comments };

export function issueList({ records, emulator, labels, issues }) {
  return {
    'issues/list-for-repo': async (call) => {
      const { repo, query } = call;
      const asked = Object.fromEntries(query);
      const filters = { state: asked.state ?? 'open' };
      const names = (asked.labels ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => labels.spelled(repo, name));
      if (names.length > 0) filters.labels = names.join(',');
      if (asked.milestone) filters.milestone = asked.milestone;
      for (const name of ['creator', 'assignee']) if (asked[name]) filters[name] = records.user(asked[name])?.login ?? asked[name];
      if (asked.since) filters.since = new Date(asked.since).toISOString();

      const answer = await emulator.all(call, call.path, filters);
      if (answer.status !== 200) return answer;
      const found = answer.body.map((issue) => issues.complete(issue));
      if (records.in('pull_requests', repo).length > 0) {
        const pulls = await emulator.all(call, `/repos/${repo.full_name}/pulls`, { state: filters.state });
        const asIssues = (pulls.body ?? []).map((pull) => issues.ofPull(pull, repo));
        found.push(...asIssues.filter((pull) => matches(pull, filters, names)));
      }
      const key = sortKeys[asked.sort] ?? sortKeys.created;
      const sign = asked.direction === 'asc' ? 1 : -1;
      found.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number));
      return paged(
        call,
        found.map(({ closed_by: _, ...issue }) => issue),
      );
    },
  };
}

function matches(pull, filters, names) {
  return (
    names.every((name) => pull.labels.some((label) => label.name === name)) &&
    (!filters.creator || same(pull.user.login, filters.creator)) &&
    (!filters.since || pull.updated_at >= filters.since) &&
    (!filters.milestone || matchesMilestone(pull.milestone, filters.milestone)) &&
    (!filters.assignee || matchesAssignee(pull.assignees, filters.assignee))
  );
}

const matchesMilestone = (milestone, wanted) =>
  wanted === 'none' ? !milestone : wanted === '*' ? Boolean(milestone) : milestone?.number === Number(wanted);

const matchesAssignee = (assignees, wanted) =>
  wanted === 'none' ? assignees.length === 0 : wanted === '*' ? assignees.length > 0 : assignees.some((user) => same(user.login, wanted));
