#!/usr/bin/env node
// Makes github-rest-subset.json: the part of GitHub's REST description that the client uses, for checking its requests.
//   npm install --prefix TMP --ignore-scripts @octokit/openapi@23.0.2
//   node make-rest-subset.mjs TMP/node_modules/@octokit/openapi/generated/api.github.com.json
// Request schemas are inlined; prose, examples and response schemas are left out, except the status codes.
import fs from 'node:fs';

const operations = `
  issues/list-for-repo issues/create issues/get issues/update issues/lock issues/unlock
  issues/list-comments issues/list-comments-for-repo issues/create-comment issues/get-comment issues/update-comment issues/delete-comment
  issues/list-events-for-timeline issues/list-events
  issues/list-labels-for-repo issues/create-label issues/get-label issues/update-label
  issues/list-labels-on-issue issues/add-labels issues/set-labels issues/remove-label
  issues/list-milestones issues/create-milestone issues/get-milestone issues/update-milestone
  issues/list-assignees issues/check-user-can-be-assigned issues/add-assignees issues/remove-assignees
  issues/list-sub-issues issues/add-sub-issue issues/remove-sub-issue issues/reprioritize-sub-issue issues/get-parent
  reactions/list-for-issue-comment reactions/create-for-issue-comment reactions/delete-for-issue-comment
  repos/create-commit-status repos/get-combined-status-for-ref repos/list-commit-statuses-for-ref checks/list-for-ref
  pulls/list pulls/get pulls/create pulls/update pulls/merge pulls/list-files pulls/list-reviews repos/list-pull-requests-associated-with-commit
  repos/get repos/get-branch repos/list-branches repos/get-commit repos/list-commits repos/compare-commits-with-basehead
  repos/get-content git/get-tree git/create-tree git/get-ref git/create-ref git/update-ref git/delete-ref git/get-commit git/create-commit
  repos/get-collaborator-permission-level repos/list-collaborators repos/create-dispatch-event
  teams/list-members-in-org teams/get-membership-for-user-in-org rate-limit/get users/get-authenticated
  actions/list-workflow-runs-for-repo actions/list-workflow-runs actions/get-workflow-run
  actions/re-run-workflow actions/re-run-workflow-failed-jobs actions/create-workflow-dispatch
`
  .split(/\s+/)
  .filter(Boolean);

const prose = new Set(['description', 'summary', 'example', 'examples', 'title', 'externalDocs', 'discriminator', 'deprecated']);
const document = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

function resolve(node) {
  while (node?.$ref)
    node = node.$ref
      .slice(2)
      .split('/')
      .reduce((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  return node;
}

// OpenAPI 3.0 says `nullable`; JSON Schema, which the checker speaks, says type "null".
function schema(node) {
  const source = resolve(node);
  if (Array.isArray(source)) return source.map(schema);
  if (source === null || typeof source !== 'object') return source;
  const result = {};
  for (const [key, value] of Object.entries(source)) {
    if (key === 'properties') result.properties = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, schema(inner)]));
    else if (key === 'enum' || key === 'required') result[key] = value;
    else if (key !== 'nullable' && key !== 'default' && !prose.has(key) && !key.startsWith('x-')) result[key] = schema(value);
  }
  if (!source.nullable) return result;
  return typeof result.type === 'string' && !result.enum
    ? { ...result, type: [result.type, 'null'] }
    : { anyOf: [{ type: 'null' }, result] };
}

const wanted = new Set(operations);
const found = [];
for (const [path, item] of Object.entries(document.paths)) {
  for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
    const operation = item[method];
    if (!operation || !wanted.delete(operation.operationId)) continue;
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      .map(resolve)
      .filter((p) => p.in === 'path' || p.in === 'query');
    const body = resolve(operation.requestBody);
    found.push({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: parameters.map((p) => ({ name: p.name, in: p.in, ...(p.required && { required: true }), schema: schema(p.schema) })),
      ...(body && { bodyRequired: body.required === true, body: schema(body.content?.['application/json']?.schema ?? {}) }),
      statuses: Object.keys(operation.responses),
    });
  }
}
if (wanted.size > 0) throw new Error(`not in the description: ${[...wanted].join(' ')}`);

const lines = found.map((operation) => `  ${JSON.stringify(operation)}`).join(',\n');
const target = new URL('github-rest-subset.json', import.meta.url);
fs.writeFileSync(target, `{\n "source": "npm @octokit/openapi 23.0.2, api.github.com.json (MIT)",\n "operations": [\n${lines}\n ]\n}\n`);
console.log(`${found.length} operations, ${fs.statSync(target).size} bytes`);
