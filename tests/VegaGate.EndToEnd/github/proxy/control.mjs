// The tests' side of the proxy: everything under /__proxy/.
import * as clock from './clock.mjs';

export function control({ journal, faults, tokens, limits, seeder, timeline, gone, records, earlier, actions }) {
  let saved;
  const entries = (body) => Object.entries(body ?? {});
  const routes = {
    'GET requests': () => journal.requests,
    'GET violations': () => journal.violations,
    'GET stats': () => journal.stats(),
    'GET faults': () => faults.list(),
    'PUT faults': (body) => {
      faults.set(body ?? []);
      return faults.list();
    },
    'PUT tokens': (body) => {
      for (const [token, record] of entries(body)) tokens.register(token, record);
      return { registered: entries(body).length };
    },
    'POST seed': async (body) => {
      await seeder.repository(body);
      return { seeded: `${body.owner}/${body.name}` };
    },
    'PUT team': (body) => {
      seeder.team(body);
      return body;
    },
    'POST timeline': (body) => timeline.act(body).body,
    'POST delete-issue': (body) => {
      gone.delete(body);
      return body;
    },
    'POST transfer-issue': (body) => {
      gone.transfer(body);
      return body;
    },
    // All rows and answers as they are, to come back to; what the proxy itself knows of tokens and of issues that are gone stays.
    'POST snapshot': () => {
      saved = { rows: structuredClone(records.store.snapshot()), answers: [...earlier] };
      return { saved: true };
    },
    'POST restore': () => {
      if (!saved) throw new Error('nothing was saved');
      records.store.restore(structuredClone(saved.rows));
      earlier.clear();
      for (const [url, answer] of saved.answers) earlier.set(url, answer);
      return { restored: true };
    },
    'POST run': (body) => seeder.run(body),
    'PUT run': (body) => actions.set(body),
    'PUT clock': (body) => {
      if (body.at === undefined) {
        clock.setOffset(body.offsetSeconds);
        clock.stop(body.stopped === true);
      } else clock.setTime(Date.parse(body.at));
      return { now: clock.timestamp(), offsetSeconds: clock.offset() };
    },
    'POST reset': () => {
      journal.clear();
      faults.set([]);
      limits.clear();
      return { reset: true };
    },
  };
  return async (method, path, bodyText) => {
    const route = routes[`${method} ${path.replace('/__proxy/', '')}`];
    if (!route) return { status: 404, body: { message: `no ${method} ${path}; there are ${Object.keys(routes).join(', ')}` } };
    try {
      return { status: 200, body: await route(bodyText ? JSON.parse(bodyText) : undefined) };
    } catch (error) {
      return { status: 400, body: { message: error.message } };
    }
  };
}
