// A local action (`uses: ./`) exists, declares the inputs that it is given, and is given those that it requires.
import path from 'node:path';
import { isMap } from 'yaml';
import { readAction } from './source.mjs';

export function* localActions({ root, steps, position }) {
  for (const step of steps()) {
    const uses = step.get('uses', true);
    if (typeof uses?.value !== 'string' || !uses.value.startsWith('./')) continue;
    const action = readAction(path.join(root, uses.value));
    if (!action) {
      yield { ...position(uses), engine: 'local-actions', message: `there is no action.yml in ${uses.value}` };
      continue;
    }
    const declared = new Map(Object.entries(action.inputs ?? {}).map(([name, input]) => [name.toLowerCase(), input ?? {}]));
    const given = isMap(step.get('with')) ? step.get('with').items.map((pair) => pair.key) : [];
    for (const key of given) {
      if (!declared.has(key.value.toLowerCase()))
        yield { ...position(key), engine: 'local-actions', message: `${uses.value} declares no input '${key.value}'` };
    }
    const names = new Set(given.map((key) => key.value.toLowerCase()));
    for (const [name, input] of declared) {
      if (input.required === true && input.default === undefined && !names.has(name))
        yield { ...position(uses), engine: 'local-actions', message: `${uses.value} requires the input '${name}'` };
    }
  }
}
