// The token of a job has just the permissions that the job declares. With --proxy, a fresh one is registered there for every job.
import crypto from 'node:crypto';
import { Refusal } from './refusal.mjs';

const scopes = [
  'actions',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'repository-projects',
  'security-events',
  'statuses',
];
const everything = (access) => Object.fromEntries(scopes.map((scope) => [scope, access]));

export function permissionsOf(workflow, job, { isFork }) {
  const declared = job.permissions ?? workflow.permissions ?? { contents: 'read', packages: 'read' };
  const named = declared === 'read-all' ? everything('read') : declared === 'write-all' ? everything('write') : declared;
  const granted = {};
  for (const [scope, access] of Object.entries(named ?? {})) {
    if (!scopes.includes(scope) || !['read', 'write', 'none'].includes(access))
      throw new Refusal(`unknown permission '${scope}: ${access}'`);
    if (access !== 'none') granted[scope.replaceAll('-', '_')] = isFork ? 'read' : access;
  }
  return { metadata: 'read', ...granted };
}

export async function tokenFor({ permissions, options }) {
  if (!options.proxy) return options.token ?? '';
  const token = `ghs_${crypto.randomBytes(18).toString('hex')}`;
  const record = { login: 'github-actions[bot]', id: 41898282, type: 'Bot', permissions, repository: options.repository };
  const answer = await fetch(`${options.proxy}/__proxy/tokens`, { method: 'PUT', body: JSON.stringify({ [token]: record }) });
  if (!answer.ok) throw new Error(`the proxy refuses the job's token: ${await answer.text()}`);
  return token;
}
