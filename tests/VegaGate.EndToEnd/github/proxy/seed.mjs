// What a seed file may hold beyond what the emulator's own seed knows: numbers that are not ids, bots, collaborators, teams, labels,
// milestones, files, commits with a chosen sha, branches, issues, pull requests, workflows, runs and check runs.
// The same object for one repository may be sent later to POST /__proxy/seed.
import { timestamp } from './clock.mjs';

// As on GitHub, a database id is never the number within a repository.
export function separateIds(store) {
  const first = { users: 583231, orgs: 9919, repos: 1296269, issues: 2_100_000_001, comments: 2_200_000_001, pull_requests: 2_300_000_001, issue_events: 15_000_000_001 };
  for (const [name, id] of Object.entries(first)) store.collection(`github.${name}`, indexes[name]).autoId = id;
}
const indexes = {
  users: ['login'], orgs: ['login'], repos: ['owner_id', 'full_name'], issues: ['repo_id', 'number'], comments: ['repo_id'],
  pull_requests: ['repo_id', 'number'], issue_events: ['repo_id', 'issue_number'],
};

export class Seeder {
  constructor({ records, tokens, timeline, pulls, upstream }) {
    Object.assign(this, { records, tokens, timeline, pulls, upstream });
  }

  async all({ tokens = {}, github = {} }) {
    for (const { login, type, id } of github.users ?? []) {
      const user = this.#user(login);
      if (type) user.type = type;
      if (id && id !== user.id) throw new Error(`give the id of '${login}' with its token, not among the users`);
    }
    for (const org of github.orgs ?? []) this.#teams(org);
    for (const repo of github.repos ?? []) await this.repository(repo);
    for (const [token, record] of Object.entries(tokens)) this.tokens.register(token, record);
  }

  async repository(seed) {
    const repo = this.records.repository(`${seed.owner}/${seed.name}`);
    if (!repo) throw new Error(`no repository ${seed.owner}/${seed.name}; is its owner among the users or orgs?`);
    if (seed.has_issues === false) repo.has_issues = false;
    for (const [login, permission] of Object.entries(seed.collaborators ?? {})) {
      this.#insert('collaborators', { repo_id: repo.id, user_id: this.#user(login).id, permission });
    }
    for (const label of seed.labels ?? []) this.#label(repo, label);
    for (const milestone of seed.milestones ?? []) this.#milestone(repo, milestone);
    for (const [path, text] of Object.entries(seed.files ?? {})) await this.#file(repo, path, text);
    for (const commit of seed.commits ?? []) this.#commit(repo, commit);
    for (const branch of seed.branches ?? []) this.#branch(repo, branch);
    for (const issue of seed.issues ?? []) this.#issue(repo, issue);
    for (const pull of seed.pulls ?? []) this.#pull(repo, pull);
    for (const workflow of seed.workflows ?? []) this.#insert('workflows', { repo_id: repo.id, state: 'active', ...workflow });
    for (const run of seed.runs ?? []) this.#run(repo, run);
    for (const check of seed.check_runs ?? []) await this.#send(repo, 'POST', '/check-runs', { status: 'completed', ...check });
  }

  #insert(table, row) {
    return this.records.table(table).insert({ node_id: `${table}_${this.records.table(table).autoId}`, ...row });
  }
  #user(login) {
    const user = this.records.user(login);
    if (!user) throw new Error(`no user '${login}' in the seed`);
    return user;
  }
  #teams({ login, teams = [] }) {
    const org = this.records.organization(login);
    for (const { slug, name = slug, members = [], permission = 'pull', repos = [] } of teams) {
      const team = this.#insert('teams', { org_id: org.id, slug, name, permission, description: null, privacy: 'closed', parent_id: null, members_count: members.length, repos_count: repos.length });
      for (const member of members) this.records.table('team_members').insert({ team_id: team.id, user_id: this.#user(member).id, role: 'member' });
      for (const fullName of repos) this.records.table('team_repos').insert({ team_id: team.id, repo_id: this.records.repository(fullName).id, permission });
    }
  }
  #label(repo, label) {
    const seed = typeof label === 'string' ? { name: label } : label;
    return this.records.label(repo, seed.name) ?? this.#insert('labels', { repo_id: repo.id, color: 'ededed', description: null, default: false, ...seed });
  }
  #milestone(repo, seed) {
    const number = 1 + Math.max(0, ...this.records.in('milestones', repo).map((row) => row.number));
    return this.#insert('milestones', {
      repo_id: repo.id, number, description: null, state: 'open', due_on: null, closed_at: null, open_issues: 0, closed_issues: 0, creator_id: repo.owner_id, ...seed,
    });
  }
  #milestoneId(repo, wanted) {
    if (wanted === undefined || wanted === null) return null;
    return (this.records.in('milestones', repo).find((row) => row.number === wanted || row.title === wanted) ?? this.#milestone(repo, { title: wanted })).id;
  }
  #nextNumber(repo) {
    return 1 + Math.max(0, ...this.records.in('issues', repo).map((row) => row.number));
  }
  #issueRow(repo, seed, isPull) {
    const { title, body = null, user, labels = [], assignees = [], milestone, locked = false, number = this.#nextNumber(repo) } = seed;
    return this.#insert('issues', {
      number, repo_id: repo.id, title, body, state: 'open', state_reason: null, locked, active_lock_reason: null, user_id: this.#user(user).id,
      assignee_ids: assignees.map((login) => this.#user(login).id), label_ids: labels.map((label) => this.#label(repo, label).id),
      milestone_id: this.#milestoneId(repo, milestone), comments: 0, closed_at: null, closed_by_id: null, is_pull_request: isPull,
    });
  }
  #issue(repo, seed) {
    const { id, number } = this.#issueRow(repo, seed, false);
    for (const comment of seed.comments ?? []) this.#comment(repo, number, comment);
    if (seed.state === 'closed') {
      const { closed_by: actor = seed.user, state_reason, closed_at: created_at, commit_id, via_app } = seed;
      this.timeline.act({ repository: repo.full_name, number, event: 'closed', actor, state_reason, commit_id, via_app, created_at });
    }
    const row = this.records.table('issues').get(id);
    for (const field of ['created_at', 'updated_at', 'closed_at']) if (seed[field]) row[field] = seed[field];
    row.comments = (seed.comments ?? []).length;
  }
  #comment(repo, number, { user, body, created_at: at }) {
    const row = this.#insert('comments', {
      repo_id: repo.id, issue_number: number, pull_number: null, commit_sha: null, body, user_id: this.#user(user).id, in_reply_to_id: null, path: null,
      position: null, line: null, side: null, subject_type: null, comment_type: 'issue', review_id: null,
    });
    if (at) Object.assign(row, { created_at: at, updated_at: at });
  }
  #pull(repo, seed) {
    const { head = 'topic', base = repo.default_branch, head_sha: headSha, state = 'open', draft = false, merged = false, files = [] } = seed;
    const issue = this.#issueRow(repo, seed, true);
    const sha = (ref) => this.records.sha(repo, ref) ?? '0'.repeat(40);
    issue.state = state;
    this.#insert('pull_requests', {
      number: issue.number, repo_id: repo.id, title: issue.title, body: issue.body, state, locked: false, user_id: issue.user_id,
      assignee_ids: issue.assignee_ids, label_ids: issue.label_ids, milestone_id: issue.milestone_id, head_ref: head, head_sha: headSha ?? sha(head),
      head_repo_id: repo.id, base_ref: base, base_sha: sha(base), base_repo_id: repo.id, merged, merged_at: merged ? timestamp() : null, merged_by_id: null,
      merge_commit_sha: null, mergeable: true, mergeable_state: 'clean', comments: 0, review_comments: 0, commits: 1, additions: 0, deletions: 0,
      changed_files: files.length, draft, requested_reviewer_ids: [], requested_team_ids: [], closed_at: state === 'closed' ? timestamp() : null, auto_merge: null,
    });
    this.pulls.seedFiles(repo, issue.number, files);
    for (const { user, state: verdict = 'APPROVED', body = '', commit_id = headSha ?? sha(head) } of seed.reviews ?? []) {
      this.#insert('reviews', { repo_id: repo.id, pull_number: issue.number, user_id: this.#user(user).id, body, state: verdict, commit_id, submitted_at: timestamp() });
    }
  }
  #commit(repo, { sha, message = 'A commit', author = repo.full_name.split('/')[0], date = timestamp(), parents, branch }) {
    const head = this.records.in('commits', repo).find((row) => row.sha === this.records.sha(repo, repo.default_branch));
    const name = this.records.user(author)?.login ?? author;
    const person = { name, email: `${name}@example.com`, date };
    this.#insert('commits', {
      repo_id: repo.id, sha, message, tree_sha: head?.tree_sha ?? '', parent_shas: parents ?? (head ? [head.sha] : []), user_id: this.records.user(author)?.id ?? null,
      author_name: person.name, author_email: person.email, author_date: date, committer_name: person.name, committer_email: person.email, committer_date: date,
    });
    if (branch) this.#branch(repo, { name: branch, sha });
  }
  #branch(repo, { name, sha = this.records.sha(repo, repo.default_branch), protected: isProtected = false }) {
    const branch = this.records.in('branches', repo).find((row) => row.name === name);
    if (branch) Object.assign(branch, { sha, protected: isProtected });
    else this.#insert('branches', { repo_id: repo.id, name, sha, protected: isProtected });
    const ref = this.records.in('refs', repo).find((row) => row.ref === `refs/heads/${name}`);
    if (ref) ref.sha = sha;
    else this.#insert('refs', { repo_id: repo.id, ref: `refs/heads/${name}`, sha });
  }
  #run(repo, { workflow, head_sha, head_branch = repo.default_branch, event = 'push', status = 'completed', conclusion = 'failure', actor, run_attempt = 1 }) {
    const row = this.records.in('workflows', repo).find((candidate) => candidate.path === workflow || candidate.path.endsWith(`/${workflow}`));
    if (!row) throw new Error(`no workflow '${workflow}' in the seed of ${repo.full_name}`);
    const user = actor ? this.#user(actor).id : repo.owner_id;
    const number = 1 + this.records.in('workflow_runs', repo).length;
    this.#insert('workflow_runs', {
      repo_id: repo.id, workflow_id: row.id, name: row.name, head_branch, head_sha, run_number: number, event, status, conclusion, actor_id: user, run_attempt, run_started_at: timestamp(),
    });
  }
  #file(repo, path, text) {
    const body = { message: `Add ${path}`, content: Buffer.from(text).toString('base64'), branch: repo.default_branch };
    return this.#send(repo, 'PUT', `/contents/${path.split('/').map(encodeURIComponent).join('/')}`, body);
  }
  async #send(repo, method, path, body) {
    const token = `seeder-${repo.id}`;
    this.upstream.tokenMap.set(token, { login: 'seeder', id: 0, scopes: [], installation: {
      installationId: 0, appId: 0, accountId: repo.owner_id, accountType: repo.owner_type, repositoryIds: [], repositorySelection: 'all',
      permissions: { contents: 'write', checks: 'write' },
    } });
    const text = JSON.stringify(body);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), host: '127.0.0.1' };
    const answer = await this.upstream.send({ method, path: `/repos/${repo.full_name}${path}`, headers, body: text });
    this.upstream.tokenMap.delete(token);
    if (answer.status >= 300) throw new Error(`seeding ${repo.full_name}${path}: ${answer.status} ${answer.text}`);
  }
}
