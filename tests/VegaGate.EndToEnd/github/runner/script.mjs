// Runs a `run:` script in its shell and hands on its output line by line. As in GitHub's runner, a lone carriage return ends a line too.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { Refusal } from './refusal.mjs';

const running = new Set();
const kill = (child) => {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
};
process.on('exit', () => running.forEach(kill));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(143));

const shells = {
  default: ['bash', '-e', '{0}'],
  bash: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '{0}'],
  sh: ['sh', '-e', '{0}'],
  python: ['python3', '{0}'],
};

export function runScript({ script, shell = 'default', environment, directory, folder, number, timeoutMinutes, onLine }) {
  const template = shells[shell] ?? (shell.includes('{0}') ? shell.split(/\s+/) : undefined);
  if (!template) throw new Refusal(`this runner has no shell '${shell}'`);
  const file = path.join(folder, `script_${number}`);
  fs.writeFileSync(file, script);
  const [program, ...args] = template.map((part) => part.replace('{0}', file));
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: directory, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) readLines(stream, onLine);
    const timer = timeoutMinutes && setTimeout(kill, timeoutMinutes * 60_000, child);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code ?? 137);
    });
  });
}

function readLines(stream, onLine) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text, isLast) => {
    rest += text;
    // A carriage return at the end may be half of a line end.
    for (let end = /\r\n|\n|\r(?!$)/.exec(rest); end; end = /\r\n|\n|\r(?!$)/.exec(rest)) {
      onLine(rest.slice(0, end.index));
      rest = rest.slice(end.index + end[0].length);
    }
    if (isLast && rest !== '') onLine(rest.replace(/\r$/, ''));
  };
  stream.on('data', (chunk) => take(decoder.write(chunk), false));
  stream.on('end', () => take(decoder.end(), true));
}
