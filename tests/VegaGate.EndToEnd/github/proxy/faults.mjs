// Faults on demand: PUT /__proxy/faults with a list of
//   { "match": { "method": "POST|PATCH", "path": "/issues$" }, "skip": 0, "times": 1, "fault": "status", ... }
// The first rule that matches and has shots left fires. `fault` may also be an object, { "type": "status", "status": 502 }.
//   status     status, headers, body; after: true lets the emulator do the work first
//   drop       when: "before" (default) or "after" the work: the connection is cut without an answer
//   truncate   the real answer, cut in the middle of its body
//   garbage    200 with a body that is not JSON (after: true as above)
//   empty-list 200 with []
//   reverse    the real answer, where it is a list, in the reverse order
//   slow       ms: the work is done at once, and its answer comes late
//   stale      the answer that the same GET had the last time, where it had one
//   secondary  403 with retry-after (retryAfter seconds, default 1; null leaves the header out)
//   primary    403 with x-ratelimit-remaining: 0 and x-ratelimit-reset (resetIn seconds from now, default 1)
//   redirect   status (default 301) and location
import { own, problem } from './answer.mjs';
import { unixSeconds } from './clock.mjs';

const kinds = new Set(['status', 'drop', 'truncate', 'garbage', 'empty-list', 'reverse', 'slow', 'stale', 'secondary', 'primary', 'redirect']);

export class Faults {
  #rules = [];

  set(list) {
    this.#rules = list.map(({ match = {}, skip = 0, times = 1, fault, ...rest }) => {
      const details = typeof fault === 'string' ? { type: fault, ...rest } : { ...fault };
      if (!kinds.has(details.type)) throw new Error(`unknown fault '${details.type}', known are ${[...kinds].join(', ')}`);
      return {
        method: match.method && new RegExp(`^(?:${match.method})$`, 'i'),
        path: match.path && new RegExp(match.path),
        match,
        skip,
        times,
        details,
        seen: 0,
        fired: 0,
      };
    });
  }
  list() {
    return this.#rules.map(({ match, skip, times, details, seen, fired }) => ({ match, skip, times, fault: details, seen, fired }));
  }
  // `path` is the path with its query, as the client sent it
  pick(method, path) {
    for (const rule of this.#rules) {
      if ((rule.method && !rule.method.test(method)) || (rule.path && !rule.path.test(path))) continue;
      rule.seen += 1;
      if (rule.seen <= rule.skip || rule.fired >= rule.times) continue;
      rule.fired += 1;
      return rule.details;
    }
    return undefined;
  }
}

// The answer that takes the place of the real one, or undefined where the real one is only disturbed on its way.
export function answerOf(fault) {
  switch (fault.type) {
    case 'status':
      if (fault.body !== undefined) return own(fault.status, fault.body, fault.headers);
      return fault.status >= 500
        ? own(fault.status, '<html><body><h1>Unicorn!</h1></body></html>', { 'content-type': 'text/html; charset=utf-8', ...fault.headers })
        : problem(fault.status, fault.message ?? 'Injected fault', {}, fault.headers);
    case 'garbage':
      return own(200, '{"number": 1, "title": "cut sh', { 'content-type': 'application/json; charset=utf-8' });
    case 'empty-list':
      return own(200, []);
    case 'secondary':
      return problem(
        403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        {},
        fault.retryAfter === null ? {} : { 'retry-after': String(fault.retryAfter ?? 1) },
      );
    case 'primary':
      return problem(
        403,
        'API rate limit exceeded for user ID 1.',
        {},
        {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(unixSeconds() + (fault.resetIn ?? 1)),
        },
      );
    case 'redirect':
      return problem(fault.status ?? 301, 'Moved Permanently', { url: fault.location }, { location: fault.location });
    default:
      return undefined;
  }
}
