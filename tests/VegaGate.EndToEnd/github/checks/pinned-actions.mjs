// An action or workflow of another repository is pinned by its full commit SHA, with the version as a comment.
export function* pinnedActions({ steps, jobs, position, text }) {
  const uses = [...steps(), ...jobs().map(([, job]) => job)]
    .map((node) => node.get('uses', true))
    .filter((node) => typeof node?.value === 'string');
  for (const node of uses) {
    if (node.value.startsWith('./')) continue;
    const problem = (message) => ({ ...position(node), engine: 'pinned-actions', message: `${node.value} ${message}` });
    if (node.value.startsWith('docker://')) {
      if (!/@sha256:[0-9a-f]{64}$/.test(node.value)) yield problem('is not pinned by a digest');
    } else if (!/@[0-9a-f]{40}$/.test(node.value)) {
      yield problem('is not pinned by a full commit SHA');
    } else {
      const rest = text.slice(node.range[1], text.indexOf('\n', node.range[1]) >>> 0);
      if (!/^\s+# v\d+\.\d+\.\d+/.test(rest)) yield problem('lacks the version as a comment, `# vX.Y.Z`');
    }
  }
}
