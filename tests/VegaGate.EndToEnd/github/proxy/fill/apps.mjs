// `performed_via_github_app`: our own word for GitHub's behaviour, of which the emulator knows nothing. It names the app of a bot,
// and the app that a person acted through (`via_app` of the token, noted on the row that was written).
export function appsOf(records) {
  const named = (slug) => {
    const apps = records.table('apps').all();
    return apps.find((app) => app.slug === slug) ?? { app_id: 800001, slug, name: slug };
  };
  // The app that the row was written through by the user, as JSON, or null.
  return function through(row, user) {
    const slug = row?.via_app ?? (user?.type === 'Bot' && user.login.endsWith('[bot]') && user.login.slice(0, -'[bot]'.length));
    if (!slug) return null;
    const { app_id: id, name } = named(slug);
    return { id, slug, node_id: `A_${id}`, name, owner: null, description: '', permissions: {}, events: [] };
  };
}
