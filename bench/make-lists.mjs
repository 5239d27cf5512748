// Makes checklists of given sizes: `node bench/make-lists.mjs FOLDER`. The same in every run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const sectionSize = 8;
const statuses = ['todo', 'in-progress', 'todo'];
const people = ['zev', 'rr', 'kate', 'ops-lead', 'cs-lead'];
const subjects = ['the production scope for the first release', 'the certificate of the public address', 'the restore of last night\'s backup', 'the escalation path at night'];

/** A list of so many items, in the words and the layout of a real one. */
export function makeList(name, count) {
  const lines = [
    `checklist: ${name}`,
    `title: "Go-live of ${name}: ${count} items"`,
    'description: Do not go live until every required item has an owner, a status and a sign-off.',
    'people:',
    ...people.map((person) => `  ${person}: { name: ${person.toUpperCase()}, github: ${person}-dev }`),
    'teams:',
    '  ops: { name: Ops, github: vega77/ops, members: [ops-lead, zev] }',
    'gate:',
    '  stages: [deploy, go-live, close]',
    '  require: [owner, status, sign-off]',
    '  sign-off: any',
    '  approvers: [rr]',
    'sections:',
  ];
  for (let at = 0; at < count; at++) {
    const [section, item] = [Math.floor(at / sectionSize) + 1, (at % sectionSize) + 1];
    if (item === 1) {
      lines.push(`  - id: part-${section}`, `    title: Part ${section} of the launch`, `    before: ${section % 3 === 0 ? 'go-live' : 'deploy'}`, '    items:');
    }
    lines.push(
      `      - id: "${section}.${item}"`,
      `        title: Confirm ${subjects[at % subjects.length]}, step ${at + 1}.`,
      `        owners: [${people[at % people.length]}, ${at % 7 === 0 ? 'ops' : people[(at + 2) % people.length]}]`,
      `        status: ${statuses[at % statuses.length]}   # as of the last walk`,
      `        pass: 'The person who owns the step has seen it work, and what was seen is written down.'`,
    );
    if (item > 2) {
      lines.push(`        needs: ["${section}.1", "${section}.${item - 1}"]`);
    }
    if (at % 4 === 0) {
      lines.push('        notes: >-', '          Ask the people on call before you begin,', '          and tell them when it is done.');
    }
  }
  return lines.join('\n') + '\n';
}

/** `plain` with lists of 64 and 1,000 items and 1,000 files of 60; `raised` with one of 10,000, and the configuration that allows it. */
export function makeLists(folder) {
  const [plain, raised] = ['plain', 'raised'].map((name) => join(folder, name));
  mkdirSync(join(plain, 'many'), { recursive: true });
  mkdirSync(raised, { recursive: true });
  for (const count of [64, 1_000]) writeFileSync(join(plain, `${count}.yaml`), makeList(`list-${count}`, count));
  for (let file = 1; file <= 1_000; file++) {
    const name = `list-${String(file).padStart(4, '0')}`;
    writeFileSync(join(plain, 'many', `${name}.yaml`), makeList(name, 60));
  }
  writeFileSync(join(raised, '.vegagate.yaml'), 'limits: { items: 20000 }\n');
  writeFileSync(join(raised, '10000.yaml'), makeList('list-10000', 10_000));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  makeLists(process.argv[2] ?? '.');
}
