// The shape of an answer inside the proxy: { status, headers, body, by }, and GitHub's error bodies.
const docs = 'https://docs.github.com/rest';

export const own = (status, body, headers = {}) => ({ status, headers, body, by: 'proxy' });

export const problem = (status, message, extra = {}, headers = {}) =>
  own(status, { message, ...extra, documentation_url: docs, status: String(status) }, headers);

export const notFound = () => problem(404, 'Not Found');
export const badCredentials = () => problem(401, 'Bad credentials');
export const mustAuthenticate = () => problem(401, 'Requires authentication');
export const mustHaveAdminRights = () => problem(403, 'Must have admin rights to Repository.');
export const validationFailed = (...errors) => problem(422, 'Validation Failed', { errors });

export const notAccessibleByIntegration = (accepted) =>
  problem(403, 'Resource not accessible by integration', {}, accepted ? { 'x-accepted-github-permissions': accepted } : {});
