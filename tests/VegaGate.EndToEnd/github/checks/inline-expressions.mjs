// No `${{` inside a script: what an expression yields would become code. It goes through `env:`.
export function* inlineExpressions({ steps, at, text }) {
  for (const step of steps()) {
    const run = step.get('run', true);
    if (!run?.range || !String(run.value).includes('${{')) continue;
    const offset = text.indexOf('${{', run.range[0]);
    yield { ...at(offset), engine: 'inline-expressions', message: 'an expression inside a script; pass it through env:' };
  }
}
