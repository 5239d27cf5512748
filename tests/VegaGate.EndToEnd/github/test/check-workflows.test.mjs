// Each check finds its bad example, and none finds anything in the good one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const check = (folder) =>
  spawnSync(process.execPath, ['check-workflows.mjs', '--root', `test/workflows/${folder}`], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  });
const bad = check('bad');

test('the good workflow and action pass', () => {
  const { status, stdout } = check('good');
  assert.deepEqual([status, stdout], [0, '']);
});

test('bad ones end with exit code 1', () => assert.equal(bad.status, 1));

const expected = [
  ['.github/workflows/action-validator.yml', 'action-validator', /OneOf/],
  ['.github/workflows/actionlint.yml', 'actionlint', /ubuntu-latset/],
  ['broken-action/action.yml', 'languageservice', /Required property is missing: runs/],
  ['.github/workflows/local-actions.yml', 'local-actions', /declares no input 'wo'/],
  ['.github/workflows/local-actions.yml', 'local-actions', /requires the input 'who'/],
  ['act/action.yml', 'action-names', /no input 'whom'/],
  ['act/action.yml', 'action-names', /has the id 'spoke'/],
  ['.github/workflows/inline-expressions.yml', 'inline-expressions', /pass it through env/],
  ['.github/workflows/pinned-actions.yml', 'pinned-actions', /full commit SHA/],
  ['.github/workflows/pinned-comment.yml', 'pinned-actions', /as a comment/],
  ['.github/workflows/permissions.yml', 'permissions', /at the top/],
  ['.github/workflows/permissions.yml', 'permissions', /has no permissions/],
  ['.github/workflows/permissions.yml', 'permissions', /timeout-minutes/],
  ['.github/workflows/checkout-credentials.yml', 'checkout-credentials', /persist-credentials/],
];
for (const [file, engine, message] of expected) {
  test(`${engine} finds ${message} in ${file}`, () => {
    const line = new RegExp(`^${file.replaceAll('.', '\\.')}:\\d+:\\d+: error: \\[${engine}\\] .*${message.source}`, 'm');
    assert.match(bad.stdout, line);
  });
}
