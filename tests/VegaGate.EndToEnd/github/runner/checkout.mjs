// actions/checkout: the wanted commit of the repository under test, in a fresh working copy, as shallow as `fetch-depth` says.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal, refuseUnknownKeys } from './refusal.mjs';

const knownInputs = ['ref', 'path', 'fetch-depth', 'persist-credentials', 'token', 'repository', 'show-progress', 'fetch-tags', 'clean'];

export function checkout({ inputs, github, repositoryFolder, workspace }) {
  refuseUnknownKeys('actions/checkout', inputs, knownInputs);
  if (inputs.repository && inputs.repository !== github.repository)
    throw new Refusal(`actions/checkout of ${inputs.repository} is not mapped`);
  const target = path.resolve(workspace, inputs.path ?? '.');
  fs.mkdirSync(target, { recursive: true });
  const git = (...args) =>
    execFileSync('git', ['-C', target, '-c', 'advice.detachedHead=false', '-c', 'init.defaultBranch=main', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const wanted = inputs.ref || github.sha;
  const branch =
    (inputs.ref ? resolveBranch(repositoryFolder, inputs.ref) : github.ref.startsWith('refs/heads/') && github.ref_name) || undefined;
  const depth = Number(inputs['fetch-depth'] ?? 1);
  const serve = ['--upload-pack', 'git -c uploadpack.allowAnySHA1InWant=true upload-pack'];
  const url = `file://${repositoryFolder}`;
  git('init', '-q');
  if (depth > 0) git('fetch', '-q', '--no-tags', `--depth=${depth}`, ...serve, url, shaOf(repositoryFolder, wanted));
  else git('fetch', '-q', '--tags', ...serve, url, '+refs/heads/*:refs/remotes/origin/*', shaOf(repositoryFolder, wanted));
  const sha = shaOf(repositoryFolder, wanted);
  git('checkout', '-q', '--force', ...(branch ? ['-B', branch, sha] : ['--detach', sha]));
  git('remote', 'add', 'origin', `${github.server_url}/${github.repository}`);
  return { ref: inputs.ref ?? github.ref, commit: sha };
}

function shaOf(folder, ref) {
  for (const candidate of [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]) {
    try {
      return execFileSync('git', ['-C', folder, 'rev-parse', '--verify', '--quiet', `${candidate}^{commit}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      // the next form
    }
  }
  throw new Error(`A branch or tag with the name '${ref}' could not be found`);
}

function resolveBranch(folder, ref) {
  const name = ref.replace(/^refs\/heads\//, '');
  try {
    execFileSync('git', ['-C', folder, 'show-ref', '--verify', '--quiet', `refs/heads/${name}`], { stdio: 'ignore' });
    return name;
  } catch {
    return undefined;
  }
}
