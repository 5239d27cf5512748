// What belongs to a pull request: our own word for GitHub's behaviour. The emulator makes up the files of a pull request,
// does not find it by commit, and gives check runs without pages.
import { notFound, own } from '../answer.mjs';
import { cut, paged } from '../paging.mjs';

export function pulls({ records, emulator }) {
  const files = new Map(); // id of the pull request's row -> files as seeded
  const pullOf = (repo, number) => records.in('pull_requests', repo).find((row) => row.number === Number(number));
  return {
    seedFiles: (repo, number, list) => files.set(pullOf(repo, number).id, list),
    routes: {
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
