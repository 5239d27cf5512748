// Issues that were deleted (410) or transferred (301): our own word for GitHub's behaviour. The emulator can do neither.
import { problem } from './answer.mjs';

export class Gone {
  #answers = new Map();

  constructor(records) {
    this.records = records;
  }
  delete({ repository, number }) {
    this.#hide(repository, number, () => problem(410, 'This issue was deleted'));
  }
  transfer({ repository, number, to, to_number: toNumber }) {
    const target = this.records.repository(to);
    if (!target) throw new Error(`no repository ${to}`);
    const location = `${this.records.baseUrl}/repositories/${target.id}/issues/${toNumber}`;
    this.#hide(repository, number, () => problem(301, 'Moved Permanently', { url: location }, { location }));
  }
  answerTo({ repo, args }) {
    return repo && args.issue_number && this.#answers.get(`${repo.id}#${args.issue_number}`)?.();
  }
  // The row stays, so that its number is not given again; as a pull request without one it is in no list.
  #hide(repository, number, answer) {
    const repo = this.records.repository(repository);
    const issue = repo && this.records.issue(repo, number);
    if (!issue) throw new Error(`no issue ${repository}#${number}`);
    issue.is_pull_request = true;
    this.#answers.set(`${repo.id}#${number}`, answer);
  }
}
