// A workflow grants nothing at the top (`permissions: {}`); each job says what it needs, and when it is given up.
import { isMap } from 'yaml';

export function* permissions({ isAction, tree, jobs, position }) {
  if (isAction) return;
  const top = tree.get('permissions', true);
  if (!isMap(top) || top.items.length > 0)
    yield { ...position(top), engine: 'permissions', message: 'the workflow has no `permissions: {}` at the top' };
  for (const [name, job] of jobs()) {
    if (!job.has('permissions')) yield { ...position(name), engine: 'permissions', message: `the job '${name.value}' has no permissions` };
    if (!job.has('timeout-minutes') && !job.has('uses'))
      yield { ...position(name), engine: 'permissions', message: `the job '${name.value}' has no timeout-minutes` };
  }
}
