// What a seed file may hold beyond what the emulator's own seed knows: database ids that are no numbers, tokens and bots, collaborators,
// teams, and (see the modules beside) issues and code. The object of one repository may be sent later to POST /__proxy/seed.
import { CodeSeeder } from './code.mjs';
import { IssueSeeder } from './issues.mjs';
import { Rows } from './rows.mjs';

// As on GitHub, a database id is never the number within a repository.
export function separateIds(store) {
  const first = {
    users: 583231,
    orgs: 9919,
    repos: 1296269,
    issues: 2_100_000_001,
    comments: 2_200_000_001,
    pull_requests: 2_300_000_001,
    issue_events: 15_000_000_001,
  };
  for (const [name, id] of Object.entries(first)) store.collection(`github.${name}`, indexes[name]).autoId = id;
}
const indexes = {
  users: ['login'],
  orgs: ['login'],
  repos: ['owner_id', 'full_name'],
  issues: ['repo_id', 'number'],
  comments: ['repo_id'],
  pull_requests: ['repo_id', 'number'],
  issue_events: ['repo_id', 'issue_number'],
};
export class Seeder extends Rows {
  constructor({ records, tokens, timeline, pulls, upstream }) {
    super(records);
    this.tokens = tokens;
    this.issues = new IssueSeeder({ records, timeline, pulls });
    this.code = new CodeSeeder({ records, upstream });
  }

  async all({ tokens = {}, github = {} }) {
    for (const { login, type, id } of github.users ?? []) {
      const user = this.user(login);
      if (type) user.type = type;
      if (id && id !== user.id) throw new Error(`give the id of '${login}' with its token, not among the users`);
    }
    for (const [token, record] of Object.entries(tokens)) this.tokens.register(token, record);
    for (const { login, teams = [] } of github.orgs ?? []) for (const team of teams) this.team({ ...team, organization: login });
    for (const repo of github.repos ?? []) await this.repository(repo);
  }

  async repository(seed) {
    const repo = this.records.repository(`${seed.owner}/${seed.name}`);
    if (!repo) throw new Error(`no repository ${seed.owner}/${seed.name}; is its owner among the users or orgs?`);
    if (seed.has_issues === false) repo.has_issues = false;
    for (const [login, permission] of Object.entries(seed.collaborators ?? {})) {
      this.insert('collaborators', { repo_id: repo.id, user_id: this.user(login).id, permission });
    }
    const { issues, code } = this;
    for (const label of seed.labels ?? []) issues.label(repo, label);
    for (const milestone of seed.milestones ?? []) issues.milestone(repo, milestone);
    for (const [path, text] of Object.entries(seed.files ?? {})) await code.file(repo, path, text);
    for (const commit of seed.commits ?? []) code.commit(repo, commit);
    for (const branch of seed.branches ?? []) code.branch(repo, branch);
    for (const tag of seed.tags ?? []) code.tag(repo, tag);
    for (const issue of seed.issues ?? []) issues.issue(repo, issue);
    for (const pull of seed.pulls ?? []) issues.pull(repo, pull);
    for (const workflow of seed.workflows ?? []) code.workflow(repo, workflow);
    for (const run of seed.runs ?? []) code.run(repo, run);
    for (const check of seed.check_runs ?? []) await code.checkRun(repo, check);
  }

  // A run of a workflow, as GitHub makes one when it starts; returns its row, with the id.
  run({ repository, ...run }) {
    return this.code.run(this.records.repository(repository), run);
  }

  // Makes a team of an organization; one that is there gets these members in the place of those that it had.
  team({ organization, slug, name = slug, members = [], permission = 'pull', repos = [] }) {
    const org = this.records.organization(organization);
    const known = this.records
      .table('teams')
      .all()
      .find((row) => row.org_id === org.id && row.slug === slug);
    const team =
      known ??
      this.insert('teams', {
        org_id: org.id,
        slug,
        name,
        permission,
        description: null,
        privacy: 'closed',
        parent_id: null,
        members_count: members.length,
        repos_count: repos.length,
      });
    const memberships = this.records.table('team_members');
    for (const row of memberships.all().filter((row) => row.team_id === team.id)) memberships.delete(row.id);
    for (const member of members) memberships.insert({ team_id: team.id, user_id: this.user(member).id, role: 'member' });
    for (const fullName of repos) {
      this.records.table('team_repos').insert({ team_id: team.id, repo_id: this.records.repository(fullName).id, permission });
    }
  }
}
