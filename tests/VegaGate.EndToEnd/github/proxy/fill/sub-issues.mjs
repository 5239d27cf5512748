// Sub-issues: our own word for GitHub's behaviour. The emulator has none. At most 100 a parent and 8 levels;
// `sub_issue_id` is the database id.
import { notFound, own, problem } from '../answer.mjs';
import { paged } from '../paging.mjs';

export function subIssues({ records, issueJson }) {
  const children = new Map(); // id of the parent -> ids of its sub-issues, in order
  const rows = (ids) => ids.map((id) => records.table('issues').get(id)).filter(Boolean);
  const of = (id) => children.get(id) ?? [];
  const parentOf = (id) => [...children].find(([, ids]) => ids.includes(id))?.[0];
  const depth = (id) => 1 + Math.max(0, ...of(id).map(depth));
  const level = (id) => (parentOf(id) === undefined ? 1 : 1 + level(parentOf(id)));
  const refused = (message) => problem(422, message);

  const routes = {
    'issues/list-sub-issues': async (call) => {
      const parent = records.issue(call.repo, call.args.issue_number);
      if (!parent) return notFound();
      return paged(call, await Promise.all(rows(of(parent.id)).map((row) => issueJson(call, row))));
    },
    'issues/get-parent': async (call) => {
      const issue = records.issue(call.repo, call.args.issue_number);
      const parent = issue && records.table('issues').get(parentOf(issue.id));
      return parent ? own(200, await issueJson(call, parent)) : notFound();
    },
    'issues/add-sub-issue': async (call) => {
      const parent = records.issue(call.repo, call.args.issue_number);
      const child = records.table('issues').get(call.body.sub_issue_id);
      if (!parent || !child) return notFound();
      const former = parentOf(child.id);
      if (former !== undefined && !call.body.replace_parent)
        return refused('An error occurred while adding the sub-issue to the parent issue. Sub issue may only have one parent');
      if (of(parent.id).length >= 100) return refused('Parent cannot have more than 100 sub-issues');
      if (child.id === parent.id || level(parent.id) + depth(child.id) > 8)
        return refused('Parent cannot have more than 8 layers of sub-issues');
      if (former !== undefined)
        children.set(
          former,
          of(former).filter((id) => id !== child.id),
        );
      children.set(parent.id, [...of(parent.id), child.id]);
      return own(201, await issueJson(call, parent));
    },
    'issues/remove-sub-issue': async (call) => {
      const parent = records.issue(call.repo, call.args.issue_number);
      if (!parent || !of(parent.id).includes(call.body.sub_issue_id)) return notFound();
      children.set(
        parent.id,
        of(parent.id).filter((id) => id !== call.body.sub_issue_id),
      );
      return own(200, await issueJson(call, parent));
    },
    'issues/reprioritize-sub-issue': async (call) => {
      const parent = records.issue(call.repo, call.args.issue_number);
      const { sub_issue_id: moved, after_id: after, before_id: before } = call.body;
      if (!parent || !of(parent.id).includes(moved)) return notFound();
      const others = of(parent.id).filter((id) => id !== moved);
      const at = after === undefined ? others.indexOf(before) : others.indexOf(after) + 1;
      if (!others.includes(after ?? before)) return refused('The after or before sub-issue is not part of this parent');
      children.set(parent.id, others.toSpliced(at, 0, moved));
      return own(200, await issueJson(call, parent));
    },
  };
  function summary(id) {
    const all = rows(of(id));
    const completed = all.filter((row) => row.state === 'closed').length;
    return { total: all.length, completed, percent_completed: all.length === 0 ? 0 : Math.floor((100 * completed) / all.length) };
  }
  return { routes, summary, parentOf };
}
