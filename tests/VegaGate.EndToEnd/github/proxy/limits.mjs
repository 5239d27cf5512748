// Our own word for GitHub's behaviour: ETag (of the body and the token), Last-Modified (of one issue: when it was updated) and 304, Date, and the primary rate
// limit's headers. A 304 and GET /rate_limit are free.
import crypto from 'node:crypto';
import { own, problem } from './answer.mjs';
import { unixSeconds } from './clock.mjs';

export class RateLimits {
  #buckets = new Map();

  of(token) {
    const key = token?.token ?? '';
    let bucket = this.#buckets.get(key);
    if (!bucket || bucket.reset <= unixSeconds()) {
      const limit = token?.limit ?? (token ? (token.login === 'github-actions[bot]' ? 1000 : 5000) : 60);
      bucket = { limit, used: 0, reset: unixSeconds() + 3600 };
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }
  clear() {
    this.#buckets.clear();
  }
}

// Only a token that was registered with a `limit` is held to it.
export function exhausted(token, bucket) {
  if (token?.limit === undefined || bucket.used < bucket.limit) return undefined;
  bucket.used -= 1; // a refusal is not counted
  return problem(403, `API rate limit exceeded for user ID ${token.user.id}.`);
}

export function rateLimitAnswer(bucket) {
  const core = { limit: bucket.limit, used: bucket.used, remaining: Math.max(0, bucket.limit - bucket.used), reset: bucket.reset };
  return own(200, {
    resources: { core, search: { limit: 30, used: 0, remaining: 30, reset: bucket.reset }, graphql: { ...core, used: 0 } },
    rate: core,
  });
}

// Adds what every answer of GitHub carries; turns a 200 into a 304 where the client already has it.
export function dress(call, answer, bucket) {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
  let { status } = answer;
  let text = typeof answer.body === 'string' ? answer.body : answer.body === undefined ? '' : JSON.stringify(answer.body);
  if (call.method === 'GET' && status === 200) {
    headers.etag ??= `W/"${crypto
      .createHash('sha256')
      .update(call.token?.token ?? '')
      .update(text)
      .digest('hex')}"`;
    headers['cache-control'] ??= 'private, max-age=60, s-maxage=60';
    if (call.operation?.id === 'issues/get' && answer.body?.updated_at) headers['last-modified'] ??= new Date(answer.body.updated_at).toUTCString();
    const since = call.headers['if-none-match'] === undefined && call.headers['if-modified-since'];
    const isUnmodified = since && headers['last-modified'] && new Date(headers['last-modified']) <= new Date(since);
    if (isUnmodified || call.headers['if-none-match']?.split(/\s*,\s*/).includes(headers.etag)) {
      status = 304;
      delete headers.link; // a full page has the same tag whether or not another one follows, so nothing may rest on this
      text = '';
    }
  }
  if (status === 204 || status === 304) delete headers['content-type'];
  if (status !== 304 && call.path !== '/rate_limit') bucket.used += 1;
  return {
    status,
    text,
    headers: {
      date: new Date().toUTCString(),
      'x-ratelimit-limit': String(bucket.limit),
      'x-ratelimit-used': String(bucket.used),
      'x-ratelimit-remaining': String(Math.max(0, bucket.limit - bucket.used)),
      'x-ratelimit-reset': String(bucket.reset),
      'x-ratelimit-resource': 'core',
      'x-github-request-id': crypto.randomUUID(),
      'x-github-media-type': 'github.v3; format=json',
      'x-github-api-version-selected': call.headers['x-github-api-version'] ?? '2022-11-28',
      'x-answered-by': answer.by,
      ...headers,
    },
  };
}
