// Commit statuses: our own word for GitHub's behaviour. The emulator has none.
import { notFound, own, problem } from '../answer.mjs';
import { timestamp } from '../clock.mjs';
import { cut, paged } from '../paging.mjs';

export function statuses({ records, emulator }) {
  const bySha = new Map();
  let lastId = 3_000_000;
  const of = (repo, sha) => bySha.get(`${repo.id}@${sha}`) ?? [];
  const latest = (repo, sha) =>
    [
      ...new Map(
        of(repo, sha)
          .toReversed()
          .map((status) => [status.context, status]),
      ).values(),
    ].toReversed();

  return {
    'repos/create-commit-status': (call) => {
      const { repo, args, body, token, baseUrl } = call;
      const sha = /^[0-9a-f]{40}$/.test(args.sha) && records.sha(repo, args.sha);
      if (!sha) return problem(422, `No commit found for SHA: ${args.sha}`);
      const context = body.context ?? 'default';
      if (of(repo, sha).filter((status) => status.context === context).length >= 1000) {
        return problem(422, 'This SHA and context has reached the maximum number of statuses.');
      }
      const id = (lastId += 1);
      const now = timestamp();
      const status = {
        url: `${baseUrl}/repos/${repo.full_name}/statuses/${sha}`,
        avatar_url: null,
        id,
        node_id: `SC_${id}`,
        state: body.state,
        description: body.description ?? null,
        target_url: body.target_url ?? null,
        context,
        created_at: now,
        updated_at: now,
        creator: records.userJson(token.user),
      };
      bySha.set(`${repo.id}@${sha}`, [status, ...of(repo, sha)]);
      return own(201, status, { location: status.url });
    },
    'repos/list-commit-statuses-for-ref': (call) => {
      const sha = records.sha(call.repo, call.args.ref);
      return sha ? paged(call, of(call.repo, sha)) : notFound();
    },
    'repos/get-combined-status-for-ref': async (call) => {
      const { repo, args, baseUrl } = call;
      const sha = records.sha(repo, args.ref);
      if (!sha) return notFound();
      const all = latest(repo, sha);
      const failed = all.some((status) => status.state === 'failure' || status.state === 'error');
      const pending = all.length === 0 || all.some((status) => status.state === 'pending');
      const url = `${baseUrl}/repos/${repo.full_name}/commits/${sha}`;
      const { items, link } = cut(call, all);
      const repository = await emulator.send(call, { path: `/repos/${repo.full_name}`, query: new URLSearchParams() });
      return own(
        200,
        {
          state: failed ? 'failure' : pending ? 'pending' : 'success',
          statuses: items.map(({ creator, ...status }) => status),
          sha,
          total_count: all.length,
          repository: repository.body,
          commit_url: url,
          url: `${url}/status`,
        },
        link ? { link } : {},
      );
    },
  };
}
