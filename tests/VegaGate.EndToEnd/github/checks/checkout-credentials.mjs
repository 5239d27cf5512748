// A checkout leaves no token behind in the working copy.
export function* checkoutCredentials({ steps, position }) {
  for (const step of steps()) {
    const uses = step.get('uses', true);
    if (!/^actions\/checkout@/.test(uses?.value ?? '')) continue;
    if (step.getIn(['with', 'persist-credentials']) !== false)
      yield { ...position(uses), engine: 'checkout-credentials', message: 'checkout without `persist-credentials: false`' };
  }
}
