// Who can be assigned, and who has which permission: our own word for GitHub's behaviour. The emulator lacks the first,
// and takes every member of an organization for an administrator in the second.
import { notFound, own } from '../answer.mjs';
import { paged } from '../paging.mjs';
import { isAssignable, rank, roleOf } from '../roles.mjs';

export function assignees({ records }) {
  return {
    'issues/list-assignees': (call) => {
      const users = records
        .table('users')
        .all()
        .filter((user) => isAssignable(records, call.repo, user));
      return paged(
        call,
        users.map((user) => records.userJson(user)),
      );
    },
    'issues/check-user-can-be-assigned': ({ repo, args }) =>
      isAssignable(records, repo, records.user(args.assignee)) ? own(204) : notFound(),
    'repos/get-collaborator-permission-level': ({ repo, args }) => {
      const user = records.user(args.username);
      if (!user) return notFound();
      const role = roleOf(records, repo, user);
      const permission = rank(role) === rank('maintain') ? 'write' : role === 'triage' ? 'read' : role;
      return own(200, { permission, role_name: role, user: records.userJson(user) });
    },
  };
}
