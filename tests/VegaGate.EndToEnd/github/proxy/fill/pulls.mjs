// What belongs to a pull request: our own word for GitHub's behaviour. The emulator makes up the files of a pull request,
// does not find it by commit, makes the branches that a new one names, opens a second one for the same branches, and gives check runs without pages.
import { notFound, own, problem, validationFailed } from '../answer.mjs';
import { cut, paged } from '../paging.mjs';

export function pulls({ records, emulator }) {
  const files = new Map(); // id of the pull request's row -> files as seeded
  const pullOf = (repo, number) => records.in('pull_requests', repo).find((row) => row.number === Number(number));
  return {
    seedFiles: (repo, number, list) => files.set(pullOf(repo, number).id, list),
    routes: {
      'pulls/create': (call) => {
        const { repo, body, token } = call;
        if (token.pulls === false) return problem(403, 'GitHub Actions is not permitted to create or approve pull requests.');
        const name = body.head.replace(new RegExp(`^${repo.full_name.split('/')[0]}:`, 'i'), '');
        const invalid = (field) => validationFailed({ resource: 'PullRequest', field, code: 'invalid' });
        const custom = (message) => validationFailed({ resource: 'PullRequest', code: 'custom', message });
        const [head, base] = [name, body.base].map((branch) => records.in('branches', repo).find((row) => row.name === branch));
        if (!base) return invalid('base');
        if (!head && !name.includes(':')) return invalid('head');
        const twin = records.in('pull_requests', repo).find((row) => row.state === 'open' && row.head_ref === name && row.base_ref === body.base);
        if (twin && head) return custom(`A pull request already exists for ${repo.full_name.split('/')[0]}:${name}.`);
        return head?.sha === base.sha ? custom(`No commits between ${body.base} and ${name}`) : emulator.send(call);
      },
      'pulls/list-files': (call) => {
        const pull = pullOf(call.repo, call.args.pull_number);
        if (!pull) return notFound();
        return paged(
          call,
          (files.get(pull.id) ?? []).map((file) => ({
            sha: null,
            status: 'modified',
            additions: 1,
            deletions: 0,
            changes: 1,
            patch: '',
            ...(typeof file === 'string' ? { filename: file } : file),
          })),
        );
      },
      'repos/list-pull-requests-associated-with-commit': async (call) => {
        const all = await emulator.all(call, `/repos/${call.repo.full_name}/pulls`, { state: 'all' });
        return all.status === 200
          ? paged(
              call,
              all.body.filter((pull) => pull.head.sha === call.args.commit_sha),
            )
          : all;
      },
      'checks/list-for-ref': async (call) => {
        const answer = await emulator.send(call);
        if (answer.status !== 200) return answer;
        const { items, link } = cut(call, answer.body.check_runs);
        return own(200, { total_count: answer.body.total_count, check_runs: items }, link ? { link } : {});
      },
    },
  };
}
