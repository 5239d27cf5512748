// What VegaGate asks of a list, as far as it can be said to Spectral: the project's own JSON Schema for keys, types and values, and a rule for each rule of
// docs/rules.md that speaks of parsed values. What needs the text itself (comments, quotes, encodings, suppressions) cannot be said.
import { falsy, length, pattern, schema, truthy } from '@stoplight/spectral-functions';
import checklist from './schema.mjs'; // written by compare.mjs

const groups = (document) => document?.sections ?? document?.phases ?? [];
const key = (document) => (document?.sections ? 'sections' : 'phases');
const items = (document) => groups(document).flatMap((group, g) => (group?.items ?? []).map((item, i) => ({ item, group, at: g, path: [key(document), g, 'items', i] })));
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const ownersOf = ({ item, group }) => list(item?.owners ?? group?.owners);
const stages = (document) => document?.gate?.stages ?? ['release'];
const stageOf = (document, { item, group }) => item?.before ?? group?.before ?? stages(document)[0];
const isRequired = (item) => item?.required !== false;
const people = (document) => Object.entries(document?.people ?? {});
const teams = (document) => Object.entries(document?.teams ?? {});
const approvers = (document) => new Set(list(document?.gate?.approvers).flatMap((name) => [name, ...(document?.teams?.[name]?.members ?? [])]));
const day = 86_400_000;

/** Findings of a whole document. */
const cross = (find) => ({ given: '$', severity: 'error', then: { function: (document) => [...find(document)].map(([message, path]) => ({ message, path })) } });
const each = (given, then) => ({ given, severity: 'warn', then });
const item = '$[sections,phases][*].items[*]';
const text = (given, match) => each(given, { function: pattern, functionOptions: { notMatch: match } });

function* twice(entries, what) {
  const seen = new Set();
  for (const [value, path] of entries) {
    const folded = String(value).toLowerCase();
    if (seen.has(folded)) yield [`The ${what} ${value} is already taken.`, path];
    seen.add(folded);
  }
}

function* mentions(document) {
  for (const { item, path } of items(document)) for (const [at, owner] of list(item?.owners).entries()) yield [owner, [...path, 'owners', at]];
  for (const [g, group] of groups(document).entries()) for (const owner of [...list(group?.owners), ...list(group?.handoff?.to), ...list(group?.handoff?.from)]) yield [owner, [key(document), g]];
  for (const name of [...list(document?.gate?.approvers), ...list(document?.gate?.['break-glass'])]) yield [name, ['gate']];
  for (const [slug, person] of people(document)) if (person?.delegate) yield [person.delegate, ['people', slug, 'delegate']];
  for (const [slug, team] of teams(document)) for (const member of list(team?.members)) yield [member, ['teams', slug, 'members']];
  for (const level of list(document?.escalation?.levels)) for (const name of list(level?.notify)) yield [name, ['escalation', 'levels']];
}

function* circles(edges, message) {
  const state = new Map();
  const stack = [];
  for (const start of edges.keys()) {
    stack.push([start, 0]);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const next = edges.get(top[0])?.to ?? [];
      if (top[1] === 0) {
        if (state.get(top[0]) === 2) {
          stack.pop();
          continue;
        }
        state.set(top[0], 1);
      }
      if (top[1] === next.length) {
        state.set(top[0], 2);
        stack.pop();
      } else {
        const to = next[top[1]++];
        if (state.get(to) === 1) yield [`${message} ${to}.`, edges.get(top[0]).path];
        else if (edges.has(to) && state.get(to) !== 2) stack.push([to, 0]);
      }
    }
  }
}

const needs = (document) => {
  const byId = new Map(items(document).map((entry) => [String(entry.item?.id).toLowerCase(), entry]));
  return items(document).flatMap((entry) => list(entry.item?.needs).map((need, at) => ({ entry, need, other: byId.get(String(need).toLowerCase()), path: [...entry.path, 'needs', at] })));
};

const canSign = (document, name) =>
  Boolean(document?.people?.[name]?.github ?? document?.people?.[document?.people?.[name]?.delegate]?.github) || list(document?.teams?.[name]?.members).some((member) => document?.people?.[member]?.github) || Boolean(document?.teams?.[name]?.github);

const lookAlike = (name) => name.toLowerCase().replaceAll(/[0o]/g, 'o').replaceAll(/[1il|]/g, 'l').replaceAll(/[._-]/g, '').replaceAll('rn', 'm');

export default {
  rules: {
    // Structure
    'keys-types-and-values': { given: '$', severity: 'error', then: { function: schema, functionOptions: { schema: checklist, dialect: 'draft2020-12', allErrors: true } } },
    'missing-title': each(['$', '$[sections,phases][*]', item], { field: 'title', function: truthy }),
    'duplicate-item-id': cross((document) => twice(items(document).map(({ item, path }) => [item?.id, [...path, 'id']]), 'id')),
    'duplicate-section-id': cross((document) => twice(groups(document).map((group, at) => [group?.id, [key(document), at, 'id']]), 'id')),
    'number-like-id': each(`${item}.id`, { function: (id) => (typeof id === 'string' ? [] : [{ message: 'It is read as a number.' }]) }),
    'no-items': cross(function* (document) { if (items(document).length === 0) yield ['The list has no items.', []]; }),
    'sections-and-phases': cross(function* (document) { if (document?.sections && document?.phases) yield ['Either sections or phases.', ['phases']]; }),
    'too-many-items': cross(function* (document) { if (items(document).length > 20_000) yield ['Too many items.', []]; }),
    'mojibake': text('$..[title,pass,notes,description]', '[\\u00C2\\u00C3\\u00E2\\u00F0][\\u0080-\\u00BF\\u2018-\\u2122]'),
    'title-too-long': each(`${item}.title`, { function: length, functionOptions: { max: 240 } }),
    'empty-section': each('$[sections,phases][*]', { field: 'items', function: truthy }),
    'reused-former-id': cross((document) => twice(items(document).flatMap(({ item, path }) => [[item?.id, path], ...list(item?.was).map((was) => [was, [...path, 'was']])]), 'former id')),
    // Ownership
    'unknown-person': cross(function* (document) { for (const [name, path] of mentions(document)) if (!document?.people?.[name] && !document?.teams?.[name]) yield [`Nobody is called ${name}.`, path]; }),
    'owner-missing': cross(function* (document) { for (const entry of items(document)) if (isRequired(entry.item) && !ownersOf(entry).some((name) => canSign(document, name))) yield ['Nobody can sign it off.', entry.path]; }),
    'name-taken-twice': cross(function* (document) { for (const [slug] of teams(document)) if (document?.people?.[slug]) yield [`${slug} is also a person.`, ['teams', slug]]; }),
    'unused-person': cross(function* (document) { const used = new Set([...mentions(document)].map(([name]) => name)); for (const [slug] of [...people(document), ...teams(document)]) if (!used.has(slug)) yield [`Nothing names ${slug}.`, ['people', slug]]; }),
    'person-without-login': cross(function* (document) { for (const name of approvers(document)) if (document?.people?.[name] && !document.people[name].github) yield [`${name} has no login.`, ['people', name]]; }),
    'look-alike-names': cross((document) => twice([...people(document), ...teams(document)].map(([slug]) => [lookAlike(slug), ['people', slug]]), 'name')),
    'delegate-is-delegator': cross(function* (document) { for (const [slug, person] of people(document)) if (person?.delegate === slug) yield ['Nobody delegates to themselves.', ['people', slug, 'delegate']]; }),
    'circular-delegates': cross((document) => circles(new Map(people(document).map(([slug, person]) => [slug, { to: list(person?.delegate), path: ['people', slug] }])), 'A circle of delegates through')),
    'shared-login': cross((document) => twice(people(document).filter(([, person]) => person?.github).map(([slug, person]) => [person.github, ['people', slug, 'github']]), 'login')),
    'team-as-person': cross(function* (document) { for (const [slug, team] of teams(document)) for (const member of list(team?.members)) if (document?.teams?.[member]) yield [`${member} is a team.`, ['teams', slug, 'members']]; }),
    'too-many-sign-offs': cross(function* (document) { for (const entry of items(document)) { const wanted = entry.item?.['sign-off'] ?? document?.gate?.['sign-off']; if (Number.isInteger(wanted) && wanted > new Set(ownersOf(entry).flatMap((name) => document?.teams?.[name]?.members ?? [name])).size) yield ['So many cannot sign.', entry.path]; } }),
    // Sign-offs
    'done-without-sign-off': cross(function* (document) { for (const { item, path } of items(document)) if (item?.status === 'done' && !item['sign-offs']?.length) yield ['Done, and nobody signed.', [...path, 'status']]; }),
    'unknown-stage': cross(function* (document) { const known = new Set(stages(document)); for (const entry of items(document)) if (!known.has(stageOf(document, entry))) yield ['There is no such stage.', [...entry.path, 'before']]; }),
    'duplicate-stage': cross((document) => twice(stages(document).map((stage, at) => [stage, ['gate', 'stages', at]]), 'stage')),
    'sign-off-without-authority': cross(function* (document) { for (const entry of items(document)) { const may = new Set(ownersOf(entry).flatMap((name) => [name, ...list(document?.teams?.[name]?.members), document?.people?.[name]?.delegate])); for (const signed of list(entry.item?.['sign-offs'])) if (!may.has(signed?.by)) yield ['May not sign.', entry.path]; } }),
    'blocked-without-reason': cross(function* (document) { for (const { item, path } of items(document)) if (item?.status === 'blocked' && !(item.blocked?.reason && (item.blocked?.severity ?? item.severity))) yield ['Why is it blocked?', [...path, 'status']]; }),
    'waiver-not-by-approver': cross(function* (document) { const may = approvers(document); for (const { item, path } of items(document)) for (const word of [item?.waived, item?.['not-applicable']]) if (word && !may.has(word.by)) yield ['No approver.', path]; }),
    'waiver-on-optional-item': cross(function* (document) { for (const { item, path } of items(document)) if (item?.waived && !isRequired(item)) yield ['It holds nothing.', [...path, 'waived']]; }),
    'sign-off-in-release-list': cross(function* (document) { if (document?.per === 'release') for (const { item, path } of items(document)) if (item?.['sign-offs'] ?? item?.waived) yield ['A record of one release.', path]; }),
    'window-ends-before-it-begins': cross(function* (document) { for (const window of [...list(document?.gate?.window), ...list(document?.gate?.freeze)]) if (Date.parse(window?.to) <= Date.parse(window?.from)) yield ['It ends before it begins.', ['gate']]; }),
    'expired-waiver': cross(function* (document) { for (const { item, path } of items(document)) if (item?.waived?.until && Date.parse(item.waived.until) + day < Date.now()) yield ['It has expired.', [...path, 'waived']]; }),
    'sign-off-in-the-future': cross(function* (document) { for (const { item, path } of items(document)) for (const signed of list(item?.['sign-offs'])) if (Date.parse(signed?.at) > Date.now()) yield ['It lies in the future.', path]; }),
    'stale-sign-off': cross(function* (document) { const days = Number.parseInt(document?.gate?.['sign-off-valid-for'], 10); if (days) for (const { item, path } of items(document)) for (const signed of list(item?.['sign-offs'])) if (Date.parse(signed?.at) + days * day < Date.now()) yield ['It is too old.', path]; }),
    // Dependencies
    'unknown-need': cross(function* (document) { for (const { need, other, path } of needs(document)) if (!other) yield [`No item has the id ${need}.`, path]; }),
    'circular-needs': cross((document) => circles(new Map(items(document).map(({ item, path }) => [String(item?.id), { to: list(item?.needs).map(String), path }])), 'A circle through')),
    'needs-later-stage': cross(function* (document) { const order = stages(document); for (const { entry, other, path } of needs(document)) if (other && order.indexOf(stageOf(document, other)) > order.indexOf(stageOf(document, entry))) yield ['It comes later.', path]; }),
    'needs-optional-item': cross(function* (document) { for (const { entry, other, path } of needs(document)) if (other && isRequired(entry.item) && !isRequired(other.item)) yield ['It is not required.', path]; }),
    'needs-later-phase': cross(function* (document) { if (document?.phases) for (const { entry, other, path } of needs(document)) if (other && other.at > entry.at) yield ['A later phase.', path]; }),
    // Pass conditions
    'missing-pass-condition': cross(function* (document) { for (const { item, path } of items(document)) if (isRequired(item) && !item?.pass && !item?.verify) yield ['When does it pass?', path]; }),
    'private-address': each(`${item}.verify[*].http.url`, [{ function: pattern, functionOptions: { match: '^https://' } }, { function: pattern, functionOptions: { notMatch: '^https://(localhost|127\\.|10\\.|192\\.168\\.|169\\.254\\.|\\[)' } }]),
    'pass-repeats-title': cross(function* (document) { const words = (value) => String(value ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim(); for (const { item, path } of items(document)) if (item?.pass && words(item.pass) === words(item.title)) yield ['It says no more than the title.', [...path, 'pass']]; }),
    'vague-pass-condition': text(`${item}.pass`, '\\b(etc|and so on|tbd|as needed)\\b'),
    // Hand-offs
    'handoff-to-itself': cross(function* (document) { for (const [at, phase] of groups(document).entries()) if (list(phase?.handoff?.to).some((to) => list(phase?.handoff?.from ?? phase?.owners).includes(to))) yield ['To themselves.', ['phases', at, 'handoff']]; }),
    'path-leaves-repository': each('$.phases[*].handoff.artifacts[*].path', { function: pattern, functionOptions: { notMatch: '^/|(^|/)\\.\\.(/|$)|\\\\' } }),
    'critical-without-meeting': cross(function* (document) { for (const [at, phase] of groups(document).entries()) if (phase?.handoff?.critical && document?.communication?.meetings?.critical !== 'required') yield ['No meeting.', ['phases', at, 'handoff']]; }),
    'levels-do-not-rise': cross(function* (document) { const hours = { m: 1 / 60, h: 1, d: 24, w: 168 }; let last = -1; for (const [at, level] of list(document?.escalation?.levels).entries()) { const match = /^(\d+)([mhdw])$/.exec(level?.after); const now = match ? Number(match[1]) * hours[match[2]] : Infinity; if (now <= last) yield ['It does not rise.', ['escalation', 'levels', at]]; last = now; } }),
    'phase-without-receiver': cross(function* (document) { for (const [at, phase] of list(document?.phases).entries()) if (!phase?.handoff?.to) yield ['Nobody receives it.', ['phases', at]]; }),
    'duplicate-artifact': cross(function* (document) { for (const [at, phase] of list(document?.phases).entries()) yield* twice(list(phase?.handoff?.artifacts).map((artifact) => [artifact?.name, ['phases', at, 'handoff', 'artifacts']]), 'name'); }),
    // Values and prose
    'yes-no-value': text('$..[title,pass,name,owner]', '^(y|n|yes|no|on|off|true|false)$'),
    'title-is-a-question': text(`${item}.title`, '\\?\\s*$'),
    'secret-in-text': text('$..[title,pass,notes,description,evidence]', '(ghp_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,}|AKIA[0-9A-Z]{16}|xox[abprs]-[A-Za-z0-9-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----|eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.)'),
    'aliases-and-merge-keys': each('$', { field: '<<', function: falsy }),
  },
};
