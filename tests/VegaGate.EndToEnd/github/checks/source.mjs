// A workflow or action file: its text, its YAML tree, its kind, and where a node stands.
import fs from 'node:fs';
import path from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';

export function readSource(file, root) {
  const text = fs.readFileSync(file, 'utf8');
  const lines = new LineCounter();
  const tree = parseDocument(text, { lineCounter: lines });
  const at = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const position = (node) => at(node?.range?.[0] ?? 0);
  return {
    file,
    root,
    text,
    tree,
    isAction: /(^|[/\\])action\.ya?ml$/.test(file),
    at,
    position,
    jobs: () => jobsOf(tree),
    steps: () => stepsOf(tree),
  };
}

// [name's node, job] of each job
function jobsOf(tree) {
  const jobs = tree.get('jobs');
  return isMap(jobs) ? jobs.items.filter((pair) => isMap(pair.value)).map((pair) => [pair.key, pair.value]) : [];
}

function stepsOf(tree) {
  const lists = [tree.getIn(['runs', 'steps']), ...jobsOf(tree).map(([, job]) => job.get('steps'))];
  return lists.filter(isSeq).flatMap((list) => list.items.filter(isMap));
}

export function readAction(directory) {
  for (const name of ['action.yml', 'action.yaml']) {
    const file = path.join(directory, name);
    if (fs.existsSync(file)) return parseDocument(fs.readFileSync(file, 'utf8')).toJS() ?? {};
  }
  return undefined;
}

export function filesUnder(root) {
  const folder = path.join(root, '.github', 'workflows');
  const workflows = fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => path.join(folder, name))
    : [];
  return [...workflows, ...actionsUnder(root)].sort();
}

const skipped = new Set(['node_modules', '.git', 'bin', 'obj', 'tests', 'artifacts']);

function actionsUnder(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : actionsUnder(full);
    return /^action\.ya?ml$/.test(entry.name) ? [full] : [];
  });
}
