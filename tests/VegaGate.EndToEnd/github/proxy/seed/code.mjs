// Seeds what belongs to code: files, commits with a chosen sha, branches, workflows, runs and check runs.
import { timestamp } from '../clock.mjs';
import { Rows } from './rows.mjs';

export class CodeSeeder extends Rows {
  constructor({ records, upstream }) {
    super(records);
    this.upstream = upstream;
  }
  workflow(repo, workflow) {
    this.insert('workflows', { repo_id: repo.id, state: 'active', ...workflow });
  }
  checkRun(repo, check) {
    return this.send(repo, 'POST', '/check-runs', { status: 'completed', ...check });
  }
  commit(repo, { sha, message = 'A commit', author = repo.full_name.split('/')[0], date = timestamp(), parents, branch }) {
    const head = this.records.in('commits', repo).find((row) => row.sha === this.records.sha(repo, repo.default_branch));
    const name = this.records.user(author)?.login ?? author;
    const person = { name, email: `${name}@example.com`, date };
    this.insert('commits', {
      repo_id: repo.id,
      sha,
      message,
      tree_sha: head?.tree_sha ?? '',
      parent_shas: parents ?? (head ? [head.sha] : []),
      user_id: this.records.user(author)?.id ?? null,
      author_name: person.name,
      author_email: person.email,
      author_date: date,
      committer_name: person.name,
      committer_email: person.email,
      committer_date: date,
    });
    if (branch) this.branch(repo, { name: branch, sha });
  }
  branch(repo, { name, sha = this.records.sha(repo, repo.default_branch), protected: isProtected = false }) {
    const branch = this.records.in('branches', repo).find((row) => row.name === name);
    if (branch) Object.assign(branch, { sha, protected: isProtected });
    else this.insert('branches', { repo_id: repo.id, name, sha, protected: isProtected });
    const ref = this.records.in('refs', repo).find((row) => row.ref === `refs/heads/${name}`);
    if (ref) ref.sha = sha;
    else this.insert('refs', { repo_id: repo.id, ref: `refs/heads/${name}`, sha });
  }
  // A lightweight tag; one that is there is moved.
  tag(repo, { name, sha = this.records.sha(repo, repo.default_branch) }) {
    const ref = this.records.in('refs', repo).find((row) => row.ref === `refs/tags/${name}`);
    if (ref) ref.sha = sha;
    else this.insert('refs', { repo_id: repo.id, ref: `refs/tags/${name}`, sha });
  }
  run(
    repo,
    {
      workflow,
      head_sha,
      head_branch = repo.default_branch,
      event = 'push',
      status = 'completed',
      conclusion = 'failure',
      actor,
      run_attempt = 1,
    },
  ) {
    const row = this.records
      .in('workflows', repo)
      .find((candidate) => candidate.path === workflow || candidate.path.endsWith(`/${workflow}`));
    if (!row) throw new Error(`no workflow '${workflow}' in the seed of ${repo.full_name}`);
    const user = actor ? this.user(actor).id : repo.owner_id;
    const number = 1 + this.records.in('workflow_runs', repo).length;
    return this.insert('workflow_runs', {
      repo_id: repo.id,
      workflow_id: row.id,
      name: row.name,
      head_branch,
      head_sha,
      run_number: number,
      event,
      status,
      conclusion,
      actor_id: user,
      run_attempt,
      run_started_at: timestamp(),
    });
  }
  file(repo, path, text) {
    const body = { message: `Add ${path}`, content: Buffer.from(text).toString('base64'), branch: repo.default_branch };
    return this.send(repo, 'PUT', `/contents/${path.split('/').map(encodeURIComponent).join('/')}`, body);
  }
  async send(repo, method, path, body) {
    const token = `seeder-${repo.id}`;
    this.upstream.tokenMap.set(token, {
      login: 'seeder',
      id: 0,
      scopes: [],
      installation: {
        installationId: 0,
        appId: 0,
        accountId: repo.owner_id,
        accountType: repo.owner_type,
        repositoryIds: [],
        repositorySelection: 'all',
        permissions: { contents: 'write', checks: 'write' },
      },
    });
    const text = JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      host: '127.0.0.1',
    };
    const answer = await this.upstream.send({ method, path: `/repos/${repo.full_name}${path}`, headers, body: text });
    this.upstream.tokenMap.delete(token);
    if (answer.status >= 300) throw new Error(`seeding ${repo.full_name}${path}: ${answer.status} ${answer.text}`);
  }
}
