// The registry of tokens. A token names a login; a user's rights come from roles, an app's from its own `permissions`.
//   { "login": "zev" }                                            a person
//   { "login": "github-actions[bot]", "id": 41898282, "type": "Bot", "permissions": { "issues": "write" }, "repository": "o/r" }
//   `push: false`  labels, assignees and milestone are dropped in silence, whatever the role
//   `pulls: false` a workflow's token where the settings forbid Actions to open pull requests, whatever the permissions
//   `limit: 100`   requests in an hour, after which the primary rate limit refuses; without it the limit only shows in headers
//   `via_app: "x"` a person acting through the app "x": events carry `performed_via_github_app`
// Each is entered in the emulator's own map as well: a person by login, a bot as an installation with these permissions, so that
// the emulator enforces them too. Installation tokens that the emulator issues itself (POST /app/installations/ID/access_tokens) are known too.
const actionsApp = { app_id: 15368, slug: 'github-actions', name: 'GitHub Actions' };

export class Tokens {
  #registered = new Map();
  #calls = new Map();

  constructor(records, tokenMap) {
    this.records = records;
    this.tokenMap = tokenMap;
  }

  register(token, { login, id, type = 'User', permissions, push, pulls, repository, via_app: viaApp, limit }) {
    if (!login) throw new Error(`the token '${token}' names no login`);
    const user = this.records.user(login) ?? this.#addUser({ login, id, type });
    if (id !== undefined && user.id !== id) throw new Error(`${login} has the id ${user.id}, not ${id}`);
    const record = { token, login: user.login, user, type: user.type, permissions, push, pulls, viaApp, limit };
    if (user.type === 'Bot') {
      const repo = repository ? this.records.repository(repository) : this.records.table('repos').all()[0];
      if (!repo) throw new Error(`the token of ${login} names no repository that exists`);
      Object.assign(record, { permissions: permissions ?? {}, repository: repo.full_name, app: this.#app(login) });
      this.tokenMap.set(token, { login: user.login, id: user.id, scopes: [], installation: installation(record, repo) });
    } else {
      this.tokenMap.set(token, { login: user.login, id: user.id, scopes: ['repo'] });
    }
    this.#registered.set(token, record);
  }

  // undefined: no token was sent; null: an unknown one
  find(authorization) {
    if (authorization === undefined) return undefined;
    const token = authorization.replace(/^(bearer|token)\s+/i, '').trim();
    return this.#registered.get(token) ?? this.#issuedByTheEmulator(token) ?? null;
  }

  // The emulator counts 5,000 calls a token and then refuses; the proxy counts by itself, so it changes the name in time.
  upstreamName(record) {
    const calls = this.#calls.get(record.token) ?? 0;
    this.#calls.set(record.token, calls + 1);
    const name = `${record.token}~${Math.floor(calls / 4000)}`;
    this.tokenMap.set(name, this.tokenMap.get(record.token));
    return name;
  }

  #issuedByTheEmulator(token) {
    const entry = this.tokenMap.get(token);
    if (!entry?.installation) return undefined;
    const app = this.records
      .table('apps')
      .all()
      .find((row) => row.app_id === entry.installation.appId);
    const user = this.records.user(`${app.slug}[bot]`) ?? this.#addUser({ login: `${app.slug}[bot]`, type: 'Bot' });
    return { token, login: user.login, user, type: 'Bot', permissions: entry.installation.permissions, app };
  }

  #app(login) {
    const slug = login.replace(/\[bot\]$/, '');
    const known = this.records
      .table('apps')
      .all()
      .find((row) => row.slug === slug);
    if (known) return known;
    const identity = slug === actionsApp.slug ? actionsApp : { app_id: 900000 + this.records.table('apps').count(), slug, name: slug };
    return this.records
      .table('apps')
      .insert({ ...identity, private_key: '', permissions: {}, events: [], webhook_url: null, webhook_secret: null, description: null });
  }

  #addUser({ login, id, type }) {
    const users = this.records.table('users');
    const next = users.autoId;
    const row = users.insert({
      id,
      login,
      node_id: `U_${login}`,
      avatar_url: '',
      gravatar_id: '',
      type,
      site_admin: false,
      name: null,
      company: null,
      blog: '',
      location: null,
      email: null,
      hireable: null,
      bio: null,
      twitter_username: null,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
    });
    if (id !== undefined) users.autoId = Math.max(next, id < 1_000_000 ? id + 1 : next);
    return row;
  }
}

const installation = (record, repo) => ({
  installationId: record.app.app_id,
  appId: record.app.app_id,
  accountId: repo.owner_id,
  accountType: repo.owner_type,
  permissions: record.permissions,
  repositoryIds: [repo.id],
  repositorySelection: 'selected',
});
