// The files that a step writes to: GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE (NAME=VALUE, or NAME<<DELIMITER ... DELIMITER), GITHUB_PATH, GITHUB_STEP_SUMMARY.
import fs from 'node:fs';
import path from 'node:path';

const kinds = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'];
const greatestSummary = 1024 * 1024;

// A fresh set of empty files: { GITHUB_OUTPUT: path, ... }
export function freshFiles(folder, number) {
  return Object.fromEntries(
    kinds.map((kind) => {
      const file = path.join(folder, `${kind.toLowerCase()}_${number}`);
      fs.writeFileSync(file, '');
      return [kind, file];
    }),
  );
}

export function parsePairs(text) {
  const pairs = [];
  let at = 0;
  const next = () => {
    if (at >= text.length) return undefined;
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const line = text.slice(at, stop).replace(/\r$/, '');
    const start = at;
    at = stop + 1;
    return { line, start, end: start + line.length };
  };
  for (let read = next(); read; read = next()) {
    const { line } = read;
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else if (heredoc >= 0) {
      const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
      if (name === '' || delimiter === '')
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      const begin = at;
      let end = begin;
      let inner = next();
      for (; inner && inner.line !== delimiter; inner = next()) end = inner.end;
      if (!inner) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      pairs.push([name, text.slice(begin, end)]);
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return pairs;
}

export function readFiles(files) {
  const read = (kind) => fs.readFileSync(files[kind], 'utf8');
  const environment = parsePairs(read('GITHUB_ENV'));
  for (const [name] of environment) {
    if (/^(GITHUB_|RUNNER_)/i.test(name) || name.toUpperCase() === 'NODE_OPTIONS')
      throw new Error(`Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
  }
  const size = fs.statSync(files.GITHUB_STEP_SUMMARY).size;
  return {
    outputs: Object.fromEntries(parsePairs(read('GITHUB_OUTPUT'))),
    environment: Object.fromEntries(environment),
    paths: read('GITHUB_PATH').split(/\r?\n/).filter(Boolean),
    summary: size > greatestSummary ? '' : read('GITHUB_STEP_SUMMARY'),
    lostSummary:
      size > greatestSummary
        ? `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k.`
        : undefined,
  };
}
