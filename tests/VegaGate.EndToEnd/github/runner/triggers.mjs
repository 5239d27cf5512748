// Does the event start the workflow? By name, by `types`, and by branch or tag filters. `paths` are not looked at.
const defaultTypes = { pull_request: ['opened', 'synchronize', 'reopened'], pull_request_target: ['opened', 'synchronize', 'reopened'] };

export function isTriggered(workflow, { event, ref }, payload) {
  const on = workflow.on;
  const named =
    typeof on === 'string' ? { [on]: null } : Array.isArray(on) ? Object.fromEntries(on.map((name) => [name, null])) : (on ?? {});
  if (!(event in named)) return false;
  const filter = named[event] ?? {};
  const types = filter.types ?? defaultTypes[event];
  if (types && payload.action && ![types].flat().includes(payload.action)) return false;
  const isTag = ref.startsWith('refs/tags/');
  const name = payload.pull_request?.base?.ref ?? ref.replace(/^refs\/(heads|tags)\//, '');
  if (event === 'push' && isTag && filter.branches && !filter.tags) return false;
  if (event === 'push' && !isTag && filter.tags && !filter.branches) return false;
  const patterns = isTag ? filter.tags : filter.branches;
  const ignored = isTag ? filter['tags-ignore'] : filter['branches-ignore'];
  return (!patterns || matches(patterns, name)) && !(ignored && matches(ignored, name));
}

// The inputs of a `workflow_dispatch`, with their defaults and types.
export function inputsOf(workflow, payload) {
  const declared = workflow.on?.workflow_dispatch?.inputs ?? {};
  const typed = { boolean: (value) => String(value) === 'true', number: Number };
  const entries = Object.entries(declared).map(([name, { type, default: fallback = '' }]) => [
    name,
    (typed[type] ?? String)(payload.inputs?.[name] ?? fallback),
  ]);
  return { ...payload.inputs, ...Object.fromEntries(entries) };
}

// The last pattern that matches decides; `!` takes a name out.
function matches(patterns, name) {
  return [patterns].flat().reduce((result, pattern) => {
    const negative = pattern.startsWith('!');
    const source = pattern
      .replace(/^!/, '')
      .split(/(\*\*|\*|\?)/)
      .map((part) => ({ '**': '.*', '*': '[^/]*', '?': '.?' })[part] ?? part.replace(/[.^$()|{}\\]/g, '\\$&'))
      .join('');
    return new RegExp(`^${source}$`).test(name) ? !negative : result;
  }, false);
}
