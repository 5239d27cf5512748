// What VegaGate asks of a list, as far as it can be said to Spectral.
import { enumeration, pattern, truthy } from '@stoplight/spectral-functions';

const sections = (document) => (Array.isArray(document?.sections) ? document.sections : []);
const items = (document) => sections(document).flatMap((section, s) => (section?.items ?? []).map((item, i) => ({ item, path: ['sections', s, 'items', i] })));

function uniqueIds(document) {
  const seen = new Set();
  const results = [];
  for (const { item, path } of items(document)) {
    const id = String(item?.id).toLowerCase();
    if (seen.has(id)) results.push({ message: `The id ${id} is already taken.`, path: [...path, 'id'] });
    seen.add(id);
  }
  return results;
}

function knownOwners(document) {
  const known = new Set([...Object.keys(document?.people ?? {}), ...Object.keys(document?.teams ?? {})]);
  const results = [];
  for (const { item, path } of items(document)) {
    (item?.owners ?? []).forEach((owner, at) => {
      if (!known.has(owner)) results.push({ message: `Nobody is called ${owner}.`, path: [...path, 'owners', at] });
    });
  }
  return results;
}

function knownNeeds(document) {
  const ids = new Set(items(document).map(({ item }) => item?.id));
  const results = [];
  for (const { item, path } of items(document)) {
    (item?.needs ?? []).forEach((need, at) => {
      if (!ids.has(need)) results.push({ message: `No item has the id ${need}.`, path: [...path, 'needs', at] });
    });
  }
  return results;
}

export default {
  rules: {
    'list-keys': { given: '$', severity: 'error', then: [{ field: 'checklist', function: truthy }, { field: 'title', function: truthy }, { field: 'sections', function: truthy }] },
    'section-keys': { given: '$.sections[*]', severity: 'error', then: [{ field: 'id', function: truthy }, { field: 'title', function: truthy }] },
    'item-keys': { given: '$.sections[*].items[*]', severity: 'error', then: [{ field: 'id', function: truthy }, { field: 'title', function: truthy }] },
    'item-id': { given: '$.sections[*].items[*].id', severity: 'error', then: { function: pattern, functionOptions: { match: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$' } } },
    'item-status': { given: '$.sections[*].items[*].status', severity: 'error', then: { function: enumeration, functionOptions: { values: ['todo', 'in-progress', 'blocked', 'done'] } } },
    'unique-ids': { given: '$', severity: 'error', then: { function: uniqueIds } },
    'known-owners': { given: '$', severity: 'error', then: { function: knownOwners } },
    'known-needs': { given: '$', severity: 'error', then: { function: knownNeeds } },
  },
};
