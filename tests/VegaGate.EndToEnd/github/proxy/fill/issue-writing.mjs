// Creating and changing issues: our own word for GitHub's behaviour where the emulator is laxer. What the token may not set is
// dropped in silence; an assignee who cannot be assigned is refused; `state_reason` counts only where the state changes,
// and `duplicate` is one of them; a new title leaves a `renamed` event.
import { notFound, problem, validationFailed } from '../answer.mjs';
import { maySetMetadata } from '../permissions.mjs';
import { isAssignable } from '../roles.mjs';

export function issueWriting({ records, emulator, labels, issues, timeline }) {
  // The body for the emulator, or the refusal.
  function prepared(call) {
    const { repo, body } = call;
    const kept = { ...body };
    if (kept.assignee) {
      kept.assignees ??= [kept.assignee];
      delete kept.assignee;
    }
    if (!maySetMetadata(call, records)) for (const field of ['labels', 'assignees', 'milestone', 'type']) delete kept[field];
    if (kept.labels) kept.labels = labels.allSpelled(repo, kept.labels);
    for (const login of kept.assignees ?? []) {
      if (isAssignable(records, repo, records.user(login))) continue;
      return { refused: validationFailed({ value: login, resource: 'Issue', field: 'assignees', code: 'invalid' }) };
    }
    if (kept.assignees) kept.assignees = kept.assignees.map((login) => records.user(login).login);
    const unknownMilestone =
      typeof kept.milestone === 'number' && !records.in('milestones', repo).some((row) => row.number === kept.milestone);
    if (unknownMilestone)
      return { refused: validationFailed({ value: kept.milestone, resource: 'Issue', field: 'milestone', code: 'invalid' }) };
    if (typeof kept.title === 'number') kept.title = String(kept.title);
    return { kept };
  }
  const shown = (answer) => (answer.status < 300 ? { ...answer, body: issues.complete(answer.body) } : answer);

  return {
    'issues/get': issues.get,
    'issues/create': async (call) => {
      if (String(call.body.title).trim() === '') return validationFailed({ resource: 'Issue', code: 'missing_field', field: 'title' });
      const { kept, refused } = prepared(call);
      if (refused) return refused;
      const answer = await emulator.send(call, { body: kept });
      if (answer.status === 201) records.table('issues').get(answer.body.id).via_app = call.token.viaApp;
      return shown(answer);
    },
    'issues/update': async (call) => {
      const row = records.issue(call.repo, call.args.issue_number);
      if (!row) return notFound();
      if (row.is_pull_request) return problem(422, 'The proxy changes no pull requests by way of their issue.');
      const { kept, refused } = prepared(call);
      if (refused) return refused;
      const changes = (kept.state ?? row.state) !== row.state;
      const reason = changes ? kept.state_reason : undefined;
      if (reason === undefined || reason === null) delete kept.state_reason;
      if (reason === 'duplicate') kept.state_reason = 'not_planned'; // the emulator does not know it
      const before = timeline.mark();
      const answer = await emulator.send(call, { body: kept });
      if (answer.status !== 200) return answer;
      if (reason === 'duplicate') {
        records.table('issues').update(row.id, { state_reason: reason });
        answer.body.state_reason = reason;
      }
      timeline.annotate(row, before, { viaApp: call.token.viaApp, stateReason: reason ?? answer.body.state_reason });
      if (kept.title !== undefined && kept.title !== row.title) timeline.renamed(row, call.token.user, row.title, kept.title);
      return shown(answer);
    },
  };
}
