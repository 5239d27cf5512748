// A user's role in a repository, from owner, organization, collaborators and teams. Our own word for GitHub's behaviour:
// the emulator takes every member of an organization for an administrator, and lets anybody write to a public repository.
const ranks = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
const namesOfPermission = { pull: 'read', push: 'write' };

export { same } from './records.mjs';
export const rank = (role) => ranks.indexOf(role);

export function roleOf(records, repo, user) {
  const roles = [repo.private ? 'none' : 'read'];
  if (user && repo.owner_type === 'User' && repo.owner_id === user.id) roles.push('admin');
  const grant = user && records.in('collaborators', repo).find((row) => row.user_id === user.id);
  if (grant) roles.push(namesOfPermission[grant.permission] ?? grant.permission);
  if (user && repo.owner_type === 'Organization') roles.push(...rolesByTeams(records, repo, user));
  return roles.reduce((best, role) => (rank(role) > rank(best) ? role : best));
}

function* rolesByTeams(records, repo, user) {
  for (const membership of records
    .table('team_members')
    .all()
    .filter((row) => row.user_id === user.id)) {
    const team = records.table('teams').get(membership.team_id);
    if (team?.org_id !== repo.owner_id) continue;
    yield 'read';
    if (team.slug === 'members' && membership.role === 'maintainer') yield 'admin';
    const link = records
      .table('team_repos')
      .all()
      .find((row) => row.team_id === team.id && row.repo_id === repo.id);
    if (link) yield namesOfPermission[link.permission ?? team.permission] ?? team.permission;
  }
}

// Who can be assigned: the owner, collaborators, and members of the owning organization.
export function isAssignable(records, repo, user) {
  if (!user || user.type !== 'User') return false;
  if (repo.owner_type === 'User' && repo.owner_id === user.id) return true;
  if (records.in('collaborators', repo).some((row) => row.user_id === user.id)) return true;
  return repo.owner_type === 'Organization' && [...rolesByTeams(records, repo, user)].length > 0;
}
