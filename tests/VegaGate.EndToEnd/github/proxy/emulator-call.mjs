// Carries a call to the emulator, and puts its answer into GitHub's words: error bodies, statuses, Link headers.
import { mustAuthenticate, notAccessibleByIntegration, notFound, problem, validationFailed } from './answer.mjs';
import { byId } from './paging.mjs';

export class EmulatorCall {
  constructor(upstream, tokens) {
    this.upstream = upstream;
    this.tokens = tokens;
  }

  async send(call, { method = call.method, path = call.path, query = call.query, body = call.body } = {}) {
    const headers = {
      accept: call.headers.accept ?? 'application/vnd.github+json',
      'user-agent': 'proxy',
      host: new URL(this.upstream.url).host,
    };
    if (call.token) headers.authorization = `Bearer ${this.tokens.upstreamName(call.token)}`;
    else if (call.headers.authorization?.includes(' eyJ')) headers.authorization = call.headers.authorization;
    const text = method === 'GET' || body === undefined ? undefined : JSON.stringify(body);
    if (text !== undefined) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    const search = query.size > 0 ? `?${query}` : '';
    const answer = await this.upstream.send({ method, path: path + search, headers, body: text });
    return translated(call, answer);
  }

  // All items of a list, over all its pages.
  async all(call, path, query = {}) {
    const items = [];
    for (let page = 1; ; page += 1) {
      const answer = await this.send(call, {
        method: 'GET',
        path,
        query: new URLSearchParams({ ...query, per_page: '100', page: String(page) }),
      });
      if (answer.status !== 200) return answer;
      items.push(...answer.body);
      if (answer.body.length < 100) return { status: 200, body: items };
    }
  }
}

function translated(call, { status, headers, text }) {
  const json = text && /json/.test(headers['content-type'] ?? '');
  const body = json ? JSON.parse(text) : text || undefined;
  const kept = {};
  if (!json && text) kept['content-type'] = headers['content-type'];
  if (headers.link)
    kept.link = headers.link.replace(
      /<([^>]+)>/g,
      (_, url) => `<${call.baseUrl}${byId(call, new URL(url).pathname)}${new URL(url).search}>`,
    );
  if (status < 400) return { status, headers: kept, body, by: 'emulator' };
  const error = refusal(status, body, call);
  return { ...error, by: 'emulator' };
}

function refusal(status, body, call) {
  if (status === 401) return mustAuthenticate();
  if (status === 403 && body?.message === 'Forbidden') return call.token?.permissions ? notAccessibleByIntegration() : notFound();
  if (status === 404) return notFound();
  if (status === 422 && /^validation failed$/i.test(body?.message ?? ''))
    return validationFailed({ resource: 'Issue', field: 'unknown', code: 'invalid' });
  return problem(status, body?.message ?? 'Error');
}
