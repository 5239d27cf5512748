// Workflow commands in a step's output, by the rules of GitHub's runner: `::name key=value::data` at the start of a line (after blanks), and
// the older `##[name key=value]data` anywhere in a line. After `stop-commands` nothing counts until its token comes as a command.
const known = [
  'debug',
  'error',
  'warning',
  'notice',
  'group',
  'endgroup',
  'echo',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
  'stop-commands',
  'internal-set-repo-path',
];

// In the runner's order: the percent sign comes last.
const dataEscapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const propertyEscapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const bracketEscapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

const unescape = (text, escapes) => escapes.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text);

export function parseCommand(line, names = new Set(known)) {
  return parseColons(line, names) ?? parseBrackets(line, names);
}

function parseColons(line, names) {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  return command(text.slice(2, end), text.slice(end + 2), names, {
    separator: ',',
    property: propertyEscapes,
    data: dataEscapes,
    trims: true,
  });
}

function parseBrackets(line, names) {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  return command(line.slice(start + 3, end), line.slice(end + 1), names, {
    separator: ';',
    property: bracketEscapes,
    data: bracketEscapes,
  });
}

function command(head, data, names, syntax) {
  const space = head.indexOf(' ');
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!names.has(name)) return undefined;
  const properties = {};
  const list = space > 0 ? head.slice(space + 1) : '';
  for (const pair of (syntax.trims ? list.trim() : list).split(syntax.separator)) {
    const [, key, value] = /^=*([^=]+)=([\s\S]+)$/.exec(pair) ?? [];
    if (key) properties[key.toLowerCase()] = unescape(value, syntax.property);
  }
  return { name, properties, data: unescape(data, syntax.data) };
}

// Reads the lines of one script. `execute` gets each command that counts; `print` each line that is only text.
export class CommandReader {
  #names = new Set(known);
  #stopToken;

  constructor({ execute, print }) {
    this.execute = execute;
    this.print = print;
  }

  line(text) {
    const found = parseCommand(text, this.#names);
    if (!found) return this.print(text);
    if (this.#stopToken !== undefined) {
      if (found.name !== this.#stopToken) return this.print(text);
      this.#names.delete(this.#stopToken);
      this.#stopToken = undefined;
      return this.execute({ name: 'resume-commands', properties: {}, data: '' });
    }
    if (found.name === 'stop-commands') {
      if (found.data === '' || known.includes(found.data.toLowerCase()))
        return this.execute({ name: 'error', properties: {}, data: `Invalid stop-commands token '${found.data}'` });
      this.#stopToken = found.data.toLowerCase();
      this.#names.add(this.#stopToken);
    }
    return this.execute(found);
  }
}
