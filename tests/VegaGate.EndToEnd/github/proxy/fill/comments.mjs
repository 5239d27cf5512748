// Comments: our own word for GitHub's behaviour. The emulator ignores `since` for one issue, and its route for the
// comments of a whole repository is hidden by another one. Nobody without rights comments on a locked issue.
import { problem } from '../answer.mjs';
import { paged } from '../paging.mjs';
import { maySetMetadata } from '../permissions.mjs';
import { appsOf } from './apps.mjs';

export function comments({ records, emulator, reactions }) {
  const through = appsOf(records);
  const rowOf = (comment) => records.table('comments').get(comment.id);
  const shown = (comment) => ({ ...comment, performed_via_github_app: through(rowOf(comment), comment.user), reactions: reactions.summary(comment) });
  const sinceOf = (call) => (call.query.get('since') ? new Date(call.query.get('since')).toISOString() : '');
  const one = async (call) => {
    const answer = await emulator.send(call);
    return answer.status < 300 && answer.body ? { ...answer, body: shown(answer.body) } : answer;
  };
  return {
    'issues/create-comment': async (call) => {
      const issue = records.issue(call.repo, call.args.issue_number);
      if (issue?.locked && !maySetMetadata(call, records)) return problem(403, 'Unable to create comment because issue is locked.');
      const answer = await emulator.send(call);
      if (answer.status !== 201) return answer;
      rowOf(answer.body).via_app = call.token.viaApp;
      return { ...answer, body: shown(answer.body) };
    },
    'issues/list-comments': async (call) => {
      const answer = await emulator.all(call, call.path);
      if (answer.status !== 200) return answer;
      return paged(call, answer.body.filter((comment) => comment.updated_at >= sinceOf(call)).map(shown));
    },
    'issues/list-comments-for-repo': async (call) => {
      const numbers = new Set(
        records
          .in('comments', call.repo)
          .filter((row) => row.comment_type === 'issue')
          .map((row) => row.issue_number),
      );
      const all = [];
      for (const number of numbers) {
        const answer = await emulator.all(call, `/repos/${call.repo.full_name}/issues/${number}/comments`);
        if (answer.status !== 200) return answer;
        all.push(...answer.body);
      }
      const key = call.query.get('sort') === 'updated' ? 'updated_at' : 'created_at';
      const sign = call.query.get('direction') === 'desc' ? -1 : 1;
      all.sort((a, b) => sign * (a[key].localeCompare(b[key]) || a.id - b.id));
      return paged(call, all.filter((comment) => comment.updated_at >= sinceOf(call)).map(shown));
    },
    'issues/get-comment': one,
    'issues/update-comment': one,
  };
}
