// Label names match without regard to case: our own word for GitHub's behaviour. The emulator would make a second label.
import { validationFailed } from '../answer.mjs';

export function labels({ records, emulator }) {
  // The name as the repository spells it; a name that no label has stays as it is.
  const spelled = (repo, label) => {
    const name = typeof label === 'string' ? label : label.name;
    return records.label(repo, name)?.name ?? name;
  };
  const allSpelled = (repo, list) => {
    const seen = new Map(list.map((label) => [spelled(repo, label).toLowerCase(), spelled(repo, label)]));
    return [...seen.values()];
  };
  const onPath = (call, operation) => {
    const name = encodeURIComponent(spelled(call.repo, call.args.name));
    return emulator.send(call, { path: `/repos/${call.repo.full_name}/${operation}${name}` });
  };
  const onIssue = (call) => {
    const given = Array.isArray(call.body) ? call.body : (call.body?.labels ?? []);
    return emulator.send(call, { body: { labels: allSpelled(call.repo, given) } });
  };
  const exists = () => validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' });

  return {
    spelled,
    allSpelled,
    routes: {
      'issues/create-label': (call) => (records.label(call.repo, call.body.name) ? exists() : emulator.send(call)),
      'issues/get-label': (call) => onPath(call, 'labels/'),
      'issues/update-label': (call) => {
        const label = records.label(call.repo, call.args.name);
        const clash = call.body.new_name && records.label(call.repo, call.body.new_name);
        return clash && clash !== label ? exists() : onPath(call, 'labels/');
      },
      'issues/add-labels': onIssue,
      'issues/set-labels': onIssue,
      'issues/remove-label': (call) => onPath(call, `issues/${call.args.issue_number}/labels/`),
    },
  };
}
