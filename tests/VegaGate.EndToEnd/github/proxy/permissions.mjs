// Who may do what, our own word for GitHub's behaviour. Returns the refusal, or undefined.
// An app's token is judged by its permissions (reading a public repository needs none), a person by the role in the repository.
import { mustAuthenticate, mustHaveAdminRights, notAccessibleByIntegration, notFound } from './answer.mjs';
import { rank, roleOf, same } from './roles.mjs';

const needs = [
  [/^(issues|reactions)\//, 'issues'],
  [/^repos\/.*commit-status|^repos\/get-combined-status/, 'statuses'],
  [/^checks\//, 'checks'],
  [/^pulls\//, 'pull_requests'],
  [/^actions\//, 'actions'],
  [/^teams\//, 'members'],
  [/^(git\/|repos\/(get-content|get-commit|list-commits|compare|get-branch|list-branches|create-dispatch-event))/, 'contents'],
];
// What a person needs beyond reading; [operation, role, refusal]
const roleNeeded = [
  [/^issues\/(create-label|update-label|create-milestone|update-milestone|lock|unlock)$/, 'write', mustHaveAdminRights],
  [
    /^issues\/(add-labels|set-labels|remove-label|add-sub-issue|remove-sub-issue|reprioritize-sub-issue|add-assignees|remove-assignees)$/,
    'triage',
    mustHaveAdminRights,
  ],
  [/^(repos\/(create-commit-status|create-dispatch-event)|git\/(create|update|delete)-.*)$/, 'write', notFound],
  [/^actions\/(re-run|create-workflow-dispatch)/, 'write', mustHaveAdminRights],
];

export function refusal(call, records) {
  const { token, repo, operation } = call;
  const id = operation?.id ?? '';
  const writes = call.method !== 'GET' && call.method !== 'HEAD';
  if (!token) {
    if (repo?.private) return notFound();
    return writes || /^(teams|users)\//.test(id) ? mustAuthenticate() : undefined;
  }
  if (token.permissions) return refusalToApp(call, id, writes, records);
  if (!repo) return undefined;
  const role = roleOf(records, repo, token.user);
  if (role === 'none') return notFound();
  if (!writes) return undefined;
  const needed = roleNeeded.find(([pattern]) => pattern.test(id));
  if (needed && rank(role) < rank(needed[1])) return needed[2]();
  return refusalToPerson(call, id, role, records);
}

function refusalToApp({ token, repo, args }, id, writes, records) {
  if (id === 'users/get-authenticated') return notAccessibleByIntegration();
  const permission = needs.find(([pattern]) => pattern.test(id))?.[1];
  const here = !repo || !token.repository || same(token.repository, repo.full_name);
  const granted = here ? token.permissions : {};
  if (repo?.private && !here) return notFound();
  if (!permission || (!writes && permission !== 'members' && repo && !repo.private)) return undefined;
  const accepted = [permission];
  const number = args.issue_number ?? (args.comment_id && records.comment(repo, args.comment_id)?.issue_number);
  if (permission === 'issues' && number && records.issue(repo, number)?.is_pull_request) accepted.push('pull_requests');
  if (accepted.some((name) => granted[name] === 'write' || (!writes && granted[name] === 'read'))) return undefined;
  return notAccessibleByIntegration(accepted.map((name) => `${name}=${writes ? 'write' : 'read'}`).join('; '));
}

function refusalToPerson({ token, repo, args, body }, id, role, records) {
  if (id === 'issues/update') {
    const issue = records.issue(repo, args.issue_number);
    const own = issue?.user_id === token.user.id;
    const editsText = body?.title !== undefined || body?.body !== undefined;
    if (issue && !own && rank(role) < rank(editsText ? 'write' : 'triage')) return mustHaveAdminRights();
  }
  if (id === 'issues/update-comment' || id === 'issues/delete-comment') {
    const comment = records.comment(repo, args.comment_id);
    if (comment && comment.user_id !== token.user.id && rank(role) < rank('write')) return mustHaveAdminRights();
  }
  return undefined;
}

// Labels, assignees and milestone are dropped in silence for whoever may not set them.
export function maySetMetadata({ token, repo }, records) {
  if (token.push === false) return false;
  return token.permissions ? token.permissions.issues === 'write' : rank(roleOf(records, repo, token.user)) >= rank('triage');
}
