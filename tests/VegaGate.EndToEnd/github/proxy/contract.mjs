// Checks a request against GitHub's own description of its REST API (github-rest-subset.json). Knows nothing of any server.
import fs from 'node:fs';
import ajvModule from 'ajv';
import formatsModule from 'ajv-formats';

const Ajv = ajvModule.default ?? ajvModule;
const addFormats = formatsModule.default ?? formatsModule;
const options = { strict: false, allErrors: true, validateFormats: true };
const spanning = new Set(['ref', 'branch', 'path', 'basehead']); // parameters that may hold slashes

// Limits that the description has as prose or not at all: operation, field, greatest length, resource in GitHub's message.
const limits = [
  [/^issues\/(create|update)$/, 'title', 256, 'Issue'],
  [/^issues\/(create|update)$/, 'body', 65536, 'Issue'],
  [/^issues\/(create|update)-comment$/, 'body', 65536, 'IssueComment'],
  [/^issues\/(create|update)-label$/, 'name', 50, 'Label'],
  [/^issues\/(create|update)-label$/, 'new_name', 50, 'Label'],
  [/^issues\/(create|update)-label$/, 'description', 100, 'Label'],
  [/^pulls\/(create|update)$/, 'title', 256, 'PullRequest'],
  [/^pulls\/(create|update)$/, 'body', 65536, 'PullRequest'],
  [/^repos\/create-commit-status$/, 'description', 140, 'Status'],
  [/^repos\/create-commit-status$/, 'context', 255, 'Status'],
  [/^repos\/create-dispatch-event$/, 'event_type', 100, 'RepositoryDispatch'],
];

export class Contract {
  constructor(file = new URL('../github-rest-subset.json', import.meta.url)) {
    const strict = new Ajv(options);
    const coercing = new Ajv({ ...options, coerceTypes: 'array' });
    for (const ajv of [strict, coercing]) addFormats(ajv).addFormat('repo.nwo', /^[^/\s]+\/[^/\s]+$/);
    this.operations = JSON.parse(fs.readFileSync(file, 'utf8')).operations.map((operation) => {
      const parameters = (where) => operation.parameters.filter((p) => p.in === where);
      const object = (list) =>
        coercing.compile({
          type: 'object',
          properties: Object.fromEntries(list.map((p) => [p.name, p.schema])),
          required: list.filter((p) => p.required).map((p) => p.name),
        });
      return {
        ...operation,
        pattern: patternOf(operation.path),
        literals: operation.path.split('/').filter((part) => part && !part.startsWith('{')).length,
        query: parameters('query').map((p) => p.name),
        checkPath: object(parameters('path')),
        checkQuery: object(parameters('query')),
        checkBody: operation.body && strict.compile(operation.body),
      };
    });
    this.operations.sort((a, b) => b.literals - a.literals);
  }

  find(method, path) {
    for (const operation of this.operations) {
      const match = operation.method === method && operation.pattern.exec(path);
      if (match)
        return { operation, args: Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decode(value)])) };
    }
    return undefined;
  }

  check({ method, path, query, headers, bodyText, found }) {
    const violations = [...headerViolations(headers)];
    if (!found) {
      const methods = this.operations.filter((operation) => operation.pattern.test(path)).map((operation) => operation.method);
      violations.push({ rule: methods.length > 0 ? 'unknown-method' : 'unknown-endpoint', detail: `${method} ${path}` });
      return violations;
    }
    const { operation, args } = found;
    violations.push(...schemaViolations('path', operation.checkPath, { ...args }));
    const given = {};
    for (const [name, value] of query) {
      if (operation.query.includes(name)) given[name] = value;
      else violations.push({ rule: 'unknown-query', detail: `${name} is not a query parameter of ${operation.id}` });
    }
    violations.push(...schemaViolations('query', operation.checkQuery, given));
    if (Number(given.per_page) > 100) violations.push({ rule: 'query', detail: `per_page ${given.per_page} is more than 100` });
    return [...violations, ...bodyViolations(operation, method, headers, bodyText)];
  }
}

function patternOf(template) {
  const source = template
    .split(/(\{[^}]+\})/)
    .map((part) => {
      const name = /^\{(.+)\}$/.exec(part)?.[1];
      return name ? `(?<${name}>${spanning.has(name) ? '.+?' : '[^/]+'})` : part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function* headerViolations(headers) {
  if (!headers['user-agent']) yield { rule: 'user-agent', detail: 'GitHub refuses requests without User-Agent' };
  if (!/^application\/vnd\.github(\.[\w.]+)?(\+json)?$/.test(headers.accept ?? ''))
    yield { rule: 'accept', detail: `Accept is '${headers.accept ?? ''}', not application/vnd.github+json` };
  const version = headers['x-github-api-version'];
  if (!/^\d{4}-\d\d-\d\d$/.test(version ?? '')) yield { rule: 'api-version', detail: `X-GitHub-Api-Version is '${version ?? ''}'` };
  if (headers.authorization && !/^(bearer|token) \S+$/i.test(headers.authorization))
    yield { rule: 'authorization', detail: 'Authorization is not "Bearer TOKEN"' };
}

function schemaViolations(rule, check, value) {
  if (check(value)) return [];
  const telling = check.errors.filter((error) => !['anyOf', 'oneOf', 'if'].includes(error.keyword) || check.errors.length === 1);
  return [...new Set(telling.map((error) => `${rule}${error.instancePath} ${error.message}`))].map((detail) => ({ rule, detail }));
}

function* bodyViolations(operation, method, headers, text) {
  if (!text) {
    if (operation.bodyRequired) yield { rule: 'body-missing', detail: `${operation.id} needs a JSON body` };
    return;
  }
  if (method === 'GET') return yield { rule: 'unexpected-body', detail: 'GET with a body' };
  if (!/^application\/([\w.+-]+\+)?json\b/.test(headers['content-type'] ?? ''))
    yield { rule: 'content-type', detail: `Content-Type is '${headers['content-type'] ?? ''}'` };
  let body;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return yield { rule: 'body-json', detail: error.message };
  }
  if (!operation.checkBody)
    return Object.keys(body ?? {}).length > 0 ? yield { rule: 'unexpected-body', detail: `${operation.id} takes no body` } : undefined;
  yield* schemaViolations('body', operation.checkBody, body);
  yield* unknownFields(operation.body, body, 'body');
  for (const [pattern, field, most, resource] of limits) {
    if (!pattern.test(operation.id) || typeof body?.[field] !== 'string' || [...body[field]].length <= most) continue;
    yield { rule: 'limit', detail: `${field} is too long (maximum is ${most} characters)`, field, resource };
  }
}

// GitHub ignores fields that it does not know, so a misspelt one goes unnoticed.
function* unknownFields(schema, value, at) {
  if (value === null || typeof value !== 'object') return;
  const parts = [schema];
  for (const part of parts) parts.push(...['allOf', 'anyOf', 'oneOf'].flatMap((key) => part[key] ?? []));
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => part.items ?? []);
    if (items.length > 0) for (const [index, item] of value.entries()) yield* unknownFields({ anyOf: items }, item, `${at}/${index}`);
    return;
  }
  const described = parts.filter((part) => part.properties);
  if (described.length === 0 || parts.some((part) => typeof part.additionalProperties === 'object')) return;
  for (const [name, inner] of Object.entries(value)) {
    const schemas = described.flatMap((part) => part.properties[name] ?? []);
    if (schemas.length === 0) yield { rule: 'unknown-field', detail: `${at}/${name} is not described` };
    else yield* unknownFields({ anyOf: schemas }, inner, `${at}/${name}`);
  }
}
