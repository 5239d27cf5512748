// What a run leaves: log, annotations with the runner's limits, other commands, summaries. Secrets are masked everywhere.
const levels = ['error', 'warning', 'notice'];
const mostOfALevel = 10; // for one step of a job; the steps inside a composite action count together
const longestMessage = 4096;

export class Report {
  #masks = new Set();
  #counts = new Map();

  constructor({ echo = () => {} } = {}) {
    this.echo = echo;
    Object.assign(this, {
      result: undefined,
      error: undefined,
      jobs: {},
      annotations: [],
      dropped: [],
      commands: [],
      summaries: [],
      log: [],
    });
  }

  mask(secret) {
    for (const line of String(secret).split(/\r?\n/)) if (line.trim() !== '') this.#masks.add(line);
  }
  hide(text) {
    return [...this.#masks].sort((a, b) => b.length - a.length).reduce((result, secret) => result.replaceAll(secret, '***'), text);
  }
  print(where, text) {
    const line = { ...where, text: this.hide(text) };
    this.log.push(line);
    this.echo(`${where.job}${where.step ? ` / ${where.step}` : ''}: ${line.text}`);
  }
  execute(where, { name, properties, data }) {
    if (name === 'add-mask') this.mask(data);
    if (levels.includes(name)) return this.annotate(where, name, data, properties);
    if (name === 'set-env' || name === 'add-path') return this.annotate(where, 'error', `The \`${name}\` command is disabled.`);
    this.commands.push({ ...where, name, properties, data: this.hide(data) });
    this.print(where, `##[${name}]${data}`);
  }
  annotate(where, level, message, properties = {}) {
    this.print(where, `##[${level}]${message}`);
    const key = `${where.job}\n${where.index}\n${level}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    const { file, title } = properties;
    const number = (name) => (/^\d+$/.test(properties[name] ?? '') ? Number(properties[name]) : undefined);
    const line = number('line');
    const endLine = number('endline');
    const oneLine = line !== undefined && (endLine === undefined || endLine === line); // else the runner takes the columns away
    const annotation = {
      ...where,
      level,
      file,
      line,
      endLine,
      col: oneLine ? number('col') : undefined,
      endCol: oneLine ? number('endcolumn') : undefined,
      title,
      message: this.hide(message).slice(0, longestMessage),
    };
    (count > mostOfALevel ? this.dropped : this.annotations).push(annotation);
  }
  toJSON() {
    const { result, error, jobs, annotations, dropped, commands, summaries, log } = this;
    const all = { result, error, jobs, annotations, dropped: dropped.length, droppedAnnotations: dropped, commands, summaries, log };
    return JSON.parse(JSON.stringify(all), (_, value) => (typeof value === 'string' ? this.hide(value) : value));
  }
}
