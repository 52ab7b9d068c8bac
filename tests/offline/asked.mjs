// Runs a service worker without a browser and without a network: reads [script, requests] as JSON, writes what it did with each.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const scope = process.argv[2];
const [script, requests] = JSON.parse(readFileSync(0, 'utf8'));
const handlers = {};
const cache = { match: async (address) => new Response(address.endsWith('/hors-ligne/') ? 'page' : 'kept') };
const worker = {
  URL, Response, Headers, Request, console,
  navigator: { userAgent: '' },
  registration: { scope },
  caches: { open: async () => cache },
  clients: { get: async () => undefined },
  setTimeout: () => 0,
  fetch: async () => { throw new TypeError('no network'); },
  addEventListener: (name, handler) => { handlers[name] = handler; },
};
vm.runInNewContext(script, worker);

const done = [];
for (const request of requests) {
  let answer = 'nothing';
  handlers.fetch({
    request,
    preloadResponse: Promise.resolve(),
    respondWith: (promise) => { answer = promise.then((found) => found.text(), () => 'network'); },
    waitUntil: () => {},
  });
  done.push(await answer);
}
process.stdout.write(JSON.stringify(done));
