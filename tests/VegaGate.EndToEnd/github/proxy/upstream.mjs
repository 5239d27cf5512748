// Starts the emulator (npm `emulate`, GitHub service) in this process, on a free port of 127.0.0.1 only.
// Its API offers neither the host to bind nor a way to add tokens at run time, so two things are caught while it starts:
// the call to `listen`, and what its GitHub plugin is registered with (the store of rows and the map of tokens).
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';

const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });

async function pluginOf(emulateEntry) {
  const source = fs.readFileSync(new URL(emulateEntry), 'utf8');
  const chunk = /import\("(\.\/dist-\w+\.js)"\);\s*return \{\s*plugin: mod\.githubPlugin/.exec(source);
  if (!chunk) throw new Error('emulate no longer loads its GitHub plugin as expected');
  return (await import(new URL(chunk[1], emulateEntry))).githubPlugin;
}

export async function startUpstream({ seed, baseUrl, beforeSeed }) {
  const entry = import.meta.resolve('emulate');
  const plugin = await pluginOf(entry);
  const { createEmulator } = await import('emulate');
  const { register, seed: seedDefaults } = plugin;
  const caught = {};
  plugin.register = (app, store, webhooks, url, tokenMap) => {
    Object.assign(caught, { store, tokenMap });
    return register.call(plugin, app, store, webhooks, url, tokenMap);
  };
  plugin.seed = (store, url) => {
    beforeSeed(store);
    seedDefaults.call(plugin, store, url);
  };
  const { listen } = net.Server.prototype;
  net.Server.prototype.listen = function listenOnLoopback() {
    caught.server = this;
    return listen.call(this, 0, '127.0.0.1');
  };
  try {
    // An empty map of tokens: without one, emulate would accept its own well-known administrator token.
    caught.emulator = await createEmulator({ service: 'github', port: 1, baseUrl, seed: { ...seed, tokens: {} } });
  } finally {
    net.Server.prototype.listen = listen;
    Object.assign(plugin, { register, seed: seedDefaults });
  }
  if (!caught.server.listening) await new Promise((done) => caught.server.once('listening', done));
  const { port } = caught.server.address();

  function send({ method, path, headers, body }) {
    return new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  }
  return {
    url: `http://127.0.0.1:${port}`,
    store: caught.store,
    tokenMap: caught.tokenMap,
    send,
    close: () => {
      agent.destroy();
      return caught.emulator.close();
    },
  };
}
