// Starts emulator.mjs as the C# tests do, and offers a small client.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const here = new URL('..', import.meta.url);

export async function startEmulator() {
  const child = spawn(process.execPath, ['emulator.mjs', 'test/seed.json'], { cwd: here, stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`emulator.mjs ended with ${code}`)));
  failed.catch(() => {});
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), failed]);
  const { url, upstream, pid } = JSON.parse(line);
  async function ask(token, method, path, body, headers = {}) {
    const response = await fetch(path.startsWith('http') ? path : url + path, {
      method,
      redirect: 'manual',
      headers: {
        'user-agent': 'test',
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && !text.includes('cut sh') ? JSON.parse(text) : undefined,
    };
  }
  const control = async (method, name, body) => (await ask(undefined, method, `/__proxy/${name}`, body)).body;
  async function stop() {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  }
  return { url, upstream, pid, child, ask, control, stop };
}

export const repo = '/repos/acme/widgets';
export const sha = '1'.repeat(40);
