// node check.mjs SCHEMA FILE...
// Holds each file against a schema and prints a line for it: "ok FILE", or "refused FILE" with the first reasons. SCHEMA is `sarif`, or a file with a
// schema of draft 2020-12. YAML is read by the core schema of YAML 1.2, as editors read it: dates are strings, an unquoted 1.1 is a number.

import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const SHOWN_REASONS = 5;

function compileSarif() {
  // OASIS published its schema under a name of its own; this package, which serves matchers of Jest, carries it.
  const schema = JSON.parse(readFileSync(new URL('./node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
  // One of its patterns is not of the stricter kind.
  const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

function compileOwn(file) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  ajv.addKeyword('patternErrorMessage');
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
}

const [name, ...files] = process.argv.slice(2);
const validate = name === 'sarif' ? compileSarif() : compileOwn(name);
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const value = name === 'sarif' ? JSON.parse(text) : parse(text, { schema: 'core', version: '1.2' });
  if (validate(value)) {
    console.log(`ok ${file}`);
  } else {
    const reasons = validate.errors.slice(0, SHOWN_REASONS).map((error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
    console.log(`refused ${file}: ${reasons.join('; ')}`);
  }
}
