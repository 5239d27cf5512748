#!/usr/bin/env node
// Checks all workflows and action files of a repository, offline.
//   node check-workflows.mjs [--root DIR] [FILE...]
// Prints file:line:column: severity: [engine] message. Exit 1 on any error, 2 on bad use.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { actionNames } from './checks/action-names.mjs';
import { checkoutCredentials } from './checks/checkout-credentials.mjs';
import { actionlint, actionValidator, languageService } from './checks/engines.mjs';
import { inlineExpressions } from './checks/inline-expressions.mjs';
import { localActions } from './checks/local-actions.mjs';
import { permissions } from './checks/permissions.mjs';
import { pinnedActions } from './checks/pinned-actions.mjs';
import { filesUnder, readSource } from './checks/source.mjs';

const checks = [
  languageService,
  actionlint,
  actionValidator,
  localActions,
  actionNames,
  inlineExpressions,
  pinnedActions,
  permissions,
  checkoutCredentials,
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string', default: '.' } } });
const root = path.resolve(values.root);
const files = positionals.length > 0 ? positionals.map((file) => path.resolve(file)) : filesUnder(root);
if (files.length === 0) {
  console.error(`no workflow and no action.yml under ${root}`);
  process.exit(2);
}

const findings = [];
for (const file of files) {
  const source = readSource(file, root);
  for (const check of checks) {
    for await (const finding of check(source)) findings.push({ file: path.relative(root, file), severity: 'error', ...finding });
  }
}
findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
for (const { file, line, column, severity, engine, message } of findings) {
  console.log(`${file}:${line}:${column}: ${severity}: [${engine}] ${message.replaceAll('\n', ' ')}`);
}
const errors = findings.filter((finding) => finding.severity === 'error').length;
console.error(`${files.length} files, ${errors} errors, ${findings.length - errors} warnings`);
process.exit(errors > 0 ? 1 : 0);
