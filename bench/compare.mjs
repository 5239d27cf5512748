// Whole processes against each other, in paired turns. See README.md.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeLists } from './make-lists.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    turns: { type: 'string', default: '' },
    rivals: { type: 'string' },
    publish: { type: 'boolean', default: true },
    keep: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const output = join(root, 'artifacts', 'bench');
const checklistSchema = join(root, 'schema', 'checklist.schema.json');
const isWindows = process.platform === 'win32';
const program = join(output, isWindows ? 'vegagate.exe' : 'vegagate');
const timer = existsSync('/usr/bin/time') && process.platform === 'linux' ? '/usr/bin/time' : null;
const work = mkdtempSync(join(tmpdir(), 'vegagate-bench-'));
const measured = join(work, 'measured');

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: isWindows });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.error}.`);
}

function publish() {
  const rid = spawnSync('dotnet', ['--info'], { cwd: root, encoding: 'utf8' }).stdout.match(/RID:\s+(\S+)/)[1];
  run('dotnet', ['publish', 'src/VegaGate.Cli', '--configuration', 'Release', '--runtime', rid, '--artifacts-path', 'artifacts/build', '--output', output, '--nologo', '--verbosity', 'quiet', '-p:RunAnalyzers=false'], root);
}

/** The folder of the rivals, with their packages. */
function installRivals() {
  const folder = options.rivals ?? join(work, 'rivals');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '@stoplight/spectral-cli@6.16.3', 'ajv-cli@5'], folder);
  }
  copyFileSync(join(here, 'rivals', 'ruleset.mjs'), join(folder, 'ruleset.mjs'));
  writeFileSync(join(folder, 'schema.mjs'), `export default ${readFileSync(checklistSchema, 'utf8')};\n`);
  return folder;
}

/** Runs a process to its end: milliseconds by the clock and of the processor, and the most memory in MiB. */
function measure({ command, args, fails, folder }) {
  const [executable, ...all] = timer ? [timer, '-q', '-o', measured, '-f', '%U %S %M', command, ...args] : [command, ...args];
  const start = process.hrtime.bigint();
  const result = spawnSync(executable, all, { cwd: join(lists, folder), stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.status !== (fails ?? 0)) throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.error}: ${result.stderr}`);
  if (!timer) return { wall };
  const [user, system, memory] = readFileSync(measured, 'utf8').trim().split(' ').map(Number);
  return { wall, cpu: (user + system) * 1000, memory: memory / 1024 };
}

/** A list with something to find would measure how findings are printed. */
function checkThereIsNothingToFind({ command, args, folder }) {
  const result = spawnSync(command, args, { cwd: join(lists, folder), encoding: 'utf8' });
  if (result.status !== 0 || !result.stdout.trim().endsWith('no findings')) throw new Error(`${args.join(' ')} has findings:\n${result.stdout.slice(0, 2000)}${result.stderr}`);
}

const median = (numbers) => {
  const sorted = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A B A B, after a turn that does not count. */
function compare(ours, theirs, turns) {
  measure(ours);
  measure(theirs);
  const pairs = [];
  for (let turn = 0; turn < turns; turn++) pairs.push([measure(ours), measure(theirs)]);
  const of = (side, key) => median(pairs.map((pair) => pair[side][key]));
  const ratio = (key) => median(pairs.map(([a, b]) => (a[key] === undefined ? undefined : a[key] / b[key])));
  return {
    ours: { wall: of(0, 'wall'), cpu: of(0, 'cpu'), memory: of(0, 'memory') },
    theirs: { wall: of(1, 'wall'), cpu: of(1, 'cpu'), memory: of(1, 'memory') },
    ratio: ratio('wall'),
    cpuRatio: ratio('cpu'),
  };
}

if (options.publish) publish();
const rivals = installRivals();
const lists = join(work, 'lists');
makeLists(lists);

const vegagate = (path) => ({ command: program, args: ['validate', path] });
const module = (path) => join(rivals, 'node_modules', path);
const spectral = (path) => ({ command: process.execPath, args: [module('@stoplight/spectral-cli/dist/index.js'), 'lint', '--ruleset', join(rivals, 'ruleset.mjs'), path] });
const ajv = (path) => ({ command: process.execPath, args: [module('ajv-cli/dist/index.js'), 'validate', '--spec=draft2020', '--strict=false', '-s', checklistSchema, '-d', path] });
const bareNode = { command: process.execPath, args: ['-e', '0'] };

const cases = [
  { name: '64 items', rival: 'node -e 0', ours: vegagate('64.yaml'), theirs: bareNode, limit: 1, turns: 25 },
  { name: '64 items', rival: 'ajv-cli', ours: vegagate('64.yaml'), theirs: ajv('64.yaml'), limit: 0.25, turns: 15 },
  { name: '64 items', rival: 'spectral', ours: vegagate('64.yaml'), theirs: spectral('64.yaml'), limit: 0.1, turns: 7 },
  { name: '1,000 items', rival: 'ajv-cli', ours: vegagate('1000.yaml'), theirs: ajv('1000.yaml'), turns: 5 },
  { name: '1,000 items', rival: 'spectral', ours: vegagate('1000.yaml'), theirs: spectral('1000.yaml'), turns: 3 },
  { name: '10,000 items', rival: 'ajv-cli', ours: vegagate('10000.yaml'), theirs: ajv('10000.yaml'), limit: 1, turns: 7 },
  { name: '10,000 items', rival: 'spectral', ours: vegagate('10000.yaml'), theirs: spectral('10000.yaml'), limit: 0.25, turns: 3 },
  { name: '1,000 files of 60', rival: 'ajv-cli', ours: vegagate('many'), theirs: ajv('many/*.yaml'), limit: 1.3, turns: 5 },
  { name: '1,000 files of 60', rival: 'spectral', ours: vegagate('many'), theirs: spectral('many/*.yaml'), limit: 0.07, turns: 3 },
].filter(({ name, rival }) => `${name} / ${rival}`.includes(options.only));

const show = (value, digits = 0) => (value === undefined ? '-' : value.toFixed(digits));
console.log(`${cpus()[0]?.model ?? process.arch}, ${cpus().length} threads, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform}-${process.arch}, node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
console.log();
console.log('| input | against | vegagate ms | its ms | ratio | at most | met | cpu ratio | vegagate MiB | its MiB |');
console.log('| --- | --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: |');
let isMet = true;
for (const { name, rival, ours, theirs, limit, turns } of cases) {
  const folder = ours.args[1] === '10000.yaml' ? 'raised' : 'plain';
  checkThereIsNothingToFind({ ...ours, folder });
  const result = compare({ ...ours, folder }, { ...theirs, folder }, Number(options.turns) || turns);
  const met = limit === undefined || result.ratio <= limit;
  isMet &&= met;
  console.log(
    `| ${name} | ${rival} | ${show(result.ours.wall)} | ${show(result.theirs.wall)} | ${show(result.ratio, 3)} | ${limit ?? '-'} | ${limit === undefined ? '-' : met ? 'yes' : 'NO'} `
      + `| ${show(result.cpuRatio, 3)} | ${show(result.ours.memory)} | ${show(result.theirs.memory)} |`,
  );
}
if (options.keep) console.log(`\nThe lists and packages are in ${work}.`);
else rmSync(work, { recursive: true });
process.exitCode = isMet ? 0 : 1;
