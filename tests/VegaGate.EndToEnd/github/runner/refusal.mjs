// What the runner does not know it refuses: a test must not pass because something was ignored.
export class Refusal extends Error {}

export function refuseUnknownKeys(what, object, known) {
  const unknown = Object.keys(object).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Refusal(`${what}: this runner does not know ${unknown.join(', ')}`);
}
