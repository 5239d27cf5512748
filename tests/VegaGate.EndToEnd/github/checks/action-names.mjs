// Expressions of an action.yml name inputs and steps that it declares. No engine checks that.
export function* actionNames({ isAction, text, tree, at }) {
  if (!isAction) return;
  const action = tree.toJS() ?? {};
  const declared = {
    inputs: new Set(Object.keys(action.inputs ?? {}).map((name) => name.toLowerCase())),
    steps: new Set((action.runs?.steps ?? []).map((step) => step?.id?.toLowerCase())),
  };
  for (const expression of text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)) {
    const names = expression[1].matchAll(/\b(inputs|steps)(?:\.([\w-]+)|\[\s*'([^']*)'\s*\])/g);
    for (const { 1: context, 2: dotted, 3: indexed, index } of names) {
      const name = dotted ?? indexed;
      if (declared[context].has(name.toLowerCase())) continue;
      const message = context === 'inputs' ? `the action declares no input '${name}'` : `no step of the action has the id '${name}'`;
      yield { ...at(expression.index + 3 + index), engine: 'action-names', message };
    }
  }
}
