// Reading access to the emulator's rows: names as GitHub matches them (without regard to case), ids, and users.
export class Records {
  constructor(store, baseUrl) {
    this.store = store;
    this.baseUrl = baseUrl;
  }
  table(name) {
    return this.store.collection(`github.${name}`);
  }
  in(name, repo) {
    return this.table(name)
      .all()
      .filter((row) => row.repo_id === repo.id);
  }
  repository(fullName) {
    return this.table('repos')
      .all()
      .find((row) => same(row.full_name, fullName));
  }
  repositoryById(id) {
    return this.table('repos').get(id);
  }
  user(login) {
    return this.table('users')
      .all()
      .find((row) => same(row.login, login));
  }
  organization(login) {
    return this.table('orgs')
      .all()
      .find((row) => same(row.login, login));
  }
  label(repo, name) {
    return this.in('labels', repo).find((row) => same(row.name, name));
  }
  issue(repo, number) {
    return this.in('issues', repo).find((row) => row.number === Number(number));
  }
  comment(repo, id) {
    return this.in('comments', repo).find((row) => row.id === Number(id) && row.comment_type === 'issue');
  }
  // The sha that a branch, tag, full ref or commit (also shortened) names.
  sha(repo, ref) {
    const name = ref.replace(/^(refs\/)?(heads|tags)\//, '');
    const row =
      this.in('branches', repo).find((branch) => branch.name === name) ??
      this.in('refs', repo).find((candidate) => candidate.ref === `refs/tags/${name}`) ??
      this.in('commits', repo).find((commit) => commit.sha === ref || (/^[0-9a-f]{7,39}$/.test(ref) && commit.sha.startsWith(ref)));
    return row?.sha;
  }
  userJson(row) {
    if (!row) return null;
    const url = `${this.baseUrl}/users/${encodeURIComponent(row.login)}`;
    return {
      login: row.login,
      id: row.id,
      node_id: row.node_id,
      avatar_url: `${this.baseUrl}/avatars/u/${row.id}`,
      gravatar_id: '',
      url,
      html_url: `${this.baseUrl}/${row.login}`,
      events_url: `${url}/events{/privacy}`,
      followers_url: `${url}/followers`,
      following_url: `${url}/following{/other_user}`,
      gists_url: `${url}/gists{/gist_id}`,
      organizations_url: `${url}/orgs`,
      received_events_url: `${url}/received_events`,
      repos_url: `${url}/repos`,
      starred_url: `${url}/starred{/owner}{/repo}`,
      subscriptions_url: `${url}/subscriptions`,
      type: row.type,
      site_admin: false,
    };
  }
}

export const same = (left, right) => String(left).toLowerCase() === String(right).toLowerCase();
