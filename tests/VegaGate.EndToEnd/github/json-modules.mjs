// The @actions packages import JSON files the way bundlers allow; Node wants an attribute. Import this before them: it serves the files as modules.
import { register } from 'node:module';

const hooks = `
  import { readFile } from 'node:fs/promises';
  export async function load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.json') || context.importAttributes.type === 'json') return next(url, context);
    return { format: 'module', shortCircuit: true, source: 'export default ' + await readFile(new URL(url), 'utf8') };
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
