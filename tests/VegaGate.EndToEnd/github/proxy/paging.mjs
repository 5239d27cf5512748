// Pages and their Link header, in GitHub's form: by repository id, not by name.
import { own } from './answer.mjs';

export function paged(call, list, headers = {}) {
  const { items, link } = cut(call, list);
  return own(200, items, link ? { ...headers, link } : headers);
}

export function cut(call, list) {
  const size = Math.min(100, Math.max(1, Number(call.query.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(call.query.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(list.length / size));
  const relations = [
    ['prev', page - 1, page > 1],
    ['next', page + 1, page < last],
    ['last', last, page < last],
    ['first', 1, page > 1],
  ];
  const links = relations.filter(([, , applies]) => applies).map(([name, number]) => `<${address(call, number)}>; rel="${name}"`);
  return { items: list.slice((page - 1) * size, page * size), link: links.join(', ') };
}

function address(call, page) {
  const query = new URLSearchParams(call.query);
  query.set('page', String(page));
  return `${call.baseUrl}${byId(call, call.path)}?${query}`;
}

export const byId = ({ repo }, path) => (repo ? path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repo.id}`) : path);
