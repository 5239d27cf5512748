// GitHub's own expression language (@actions/expressions), and its rule that a condition without a status function means success() && (...).
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import '../json-modules.mjs';

const { Evaluator, Lexer, Parser, data } = await import('@actions/expressions');
const { ensureStatusFunction } = await import('@actions/workflow-parser/model/converter/if-condition');

// An expression inside text; a string in it may hold `}}`.
const embedded = /\$\{\{((?:'[^']*'|[^'])*?)\}\}/g;

// `scope` is { contexts, status, workspace }; contexts are plain objects by name.
export function evaluate(source, { contexts, status = 'success', workspace }) {
  const functions = [
    { name: 'success', minArgs: 0, maxArgs: 0, call: () => asData(status === 'success') },
    { name: 'failure', minArgs: 0, maxArgs: 0, call: () => asData(status === 'failure') },
    { name: 'cancelled', minArgs: 0, maxArgs: 0, call: () => asData(status === 'cancelled') },
    { name: 'always', minArgs: 0, maxArgs: 0, call: () => asData(true) },
    {
      name: 'hashFiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...patterns) =>
        asData(
          hashFiles(
            workspace,
            patterns.map((p) => p.coerceString()),
          ),
        ),
    },
  ];
  const tree = new Parser(new Lexer(source).lex().tokens, Object.keys(contexts), functions).parse();
  const result = new Evaluator(tree, asData(contexts), new Map(functions.map((f) => [f.name.toLowerCase(), f]))).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer));
}

// Evaluates the expressions anywhere in a YAML value; a value that is one expression keeps its type.
export function interpolate(value, scope) {
  if (Array.isArray(value)) return value.map((item) => interpolate(item, scope));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolate(inner, scope)]));
  if (typeof value !== 'string' || !value.includes('${{')) return value;
  const [only] = value.matchAll(embedded);
  if (only && only[0] === value.trim()) return evaluate(only[1], scope);
  return value.replace(embedded, (_, source) => asText(evaluate(source, scope)));
}

export function asText(value) {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? (Array.isArray(value) ? 'Array' : 'Object') : String(value);
}

export const asTexts = (object) => Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, asText(value)]));

export function holds(condition, scope) {
  const text = condition === undefined || condition === null ? 'success()' : String(condition).trim();
  const whole = /^\$\{\{([\s\S]*)\}\}$/.exec(text)?.[1].trim() ?? text;
  if (whole.includes('${{')) throw new Error(`the condition '${text}' mixes text and expressions`);
  const allowedContext = [
    ...Object.keys(scope.contexts),
    'success(0,0)',
    'failure(0,0)',
    'cancelled(0,0)',
    'always(0,0)',
    'hashFiles(1,255)',
  ];
  return Boolean(evaluate(ensureStatusFunction(whole, { allowedContext }), scope));
}

function asData(value) {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'string') return new data.StringData(value);
  if (!Array.isArray(value)) return new data.Dictionary(...Object.entries(value).map(([key, inner]) => ({ key, value: asData(inner) })));
  const list = new data.Array();
  for (const item of value) list.add(asData(item));
  return list;
}

function hashFiles(workspace, patterns) {
  const all = fs
    .readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(workspace, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const expressions = patterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .split(/(\*\*\/|\*\*|\*|\?)/)
          .map(globPart)
          .join('')}$`,
      ),
  );
  const found = all.filter((file) => expressions.some((expression) => expression.test(file)));
  if (found.length === 0) return '';
  const total = crypto.createHash('sha256');
  for (const file of found) {
    total.update(
      crypto
        .createHash('sha256')
        .update(fs.readFileSync(path.join(workspace, file)))
        .digest(),
    );
  }
  return total.digest('hex');
}

function globPart(part) {
  const wildcards = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
  return wildcards[part] ?? part.replace(/[.+^$()|[\]{}\\]/g, '\\$&');
}
