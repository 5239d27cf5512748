// Commits by the name of a tag: our own word for GitHub's behaviour. The emulator knows branches and ids only.
import { problem } from '../answer.mjs';

export function commits({ records, emulator }) {
  return {
    'repos/get-commit': (call) => {
      const [, tag] = /^(?:refs\/)?tags\/(.+)$/.exec(call.args.ref) ?? [];
      if (tag === undefined) return emulator.send(call);
      const row = records.in('refs', call.repo).find((candidate) => candidate.ref === `refs/tags/${tag}`);
      if (!row) return problem(422, `No commit found for SHA: ${call.args.ref}`);
      return emulator.send(call, { path: `/repos/${call.repo.full_name}/commits/${row.sha}` });
    },
  };
}
