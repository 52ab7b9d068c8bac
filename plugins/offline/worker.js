// Keeps the light page, and shows it where a page was asked for and no network answers. Nothing else is kept.
const OURS = `hors-ligne ${new URL(registration.scope).pathname} `; // other sites of this host have theirs
const CACHE = OURS + VERSION;
const MOMENT = 'x-garde'; // when the page was kept, by this machine's clock
const PATIENCE = 6000; // ms without an answer after which a connection counts as dead
const FRESH = 4 * 3600000; // ms for which the kept page is not asked for again
const late = new Map(); // answers that came after their visit was shown the kept page, by address
let lost = false; // whether the last visit was shown the kept page
let looking = null; // the look for a newer page that is under way

const at = (path) => registration.scope + path;
const kept = async (path) => (await caches.open(CACHE)).match(at(path));

// Pages do not depend on their worker, so the next may take over while one is read; and it need not take pages over that were there before it.
addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(Promise.all([keepPage(), keepAssets()]));
});

addEventListener('activate', (event) => event.waitUntil(Promise.all([forgetOlder(), askEarly()])));

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const path = url.startsWith(registration.scope) ? new URL(url).pathname.slice(new URL(registration.scope).pathname.length) : null;
  if (method !== 'GET' || path === null) return;
  if (mode === 'navigate') visit(event, path);
  else if (lost && ASSETS.includes(path)) event.respondWith(kept(path));
});

async function keepPage() {
  const answer = await fetch(at(PAGE), { cache: 'no-cache', priority: 'low' });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status} ${answer.url}`);
  const headers = new Headers(answer.headers);
  headers.set(MOMENT, Date.now());
  const page = new Response(await answer.blob(), { headers }); // whole, or this fails and the older one stays
  await (await caches.open(CACHE)).put(at(PAGE), page);
}

async function keepAssets() {
  const cache = await caches.open(CACHE);
  await cache.addAll(ASSETS.map((path) => new Request(at(path), { cache: 'no-cache' })));
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

// The network comes first and its answer is passed on whole, whatever it is.
function visit(event, path) {
  const url = addressOf(event);
  if (late.has(url)) {
    event.respondWith(late.get(url));
    late.delete(url);
    return;
  }
  const answer = fromNetwork(event);
  const isPage = !/\.[^/]*$/.test(path) && !APART.some((start) => path.startsWith(start));
  event.respondWith(isPage ? inTime(answer).catch(() => instead(event, answer)) : answer);
  event.waitUntil(answer.then(look, () => {}));
}

// Has the browser ask for a page while it starts this worker, so that no visit waits for it. Firefox must not: when what it has
// asked for fails, it shows a page of its own, whatever the worker answers (seen in 107 and 153).
async function askEarly() {
  if (!navigator.userAgent.includes('Firefox/')) await registration.navigationPreload?.enable();
}

async function fromNetwork(event) {
  return (await event.preloadResponse) || fetch(event.request);
}

function inTime(answer) {
  return Promise.race([answer, new Promise((_, fail) => { setTimeout(fail, PATIENCE); })]);
}

async function instead(event, answer) {
  const page = await kept(PAGE);
  if (!page) return answer;
  lost = true;
  event.waitUntil(answer.then((found) => bring(event, found)).catch(() => {}));
  const text = await page.text();
  return new Response(text.replace(' hidden data-sans-reseau', ''), { headers: page.headers });
}

// The network has answered after all: who still sees the kept page there gets that very answer in its place.
async function bring(event, found) {
  const client = await clients.get(event.resultingClientId);
  if (!client) return;
  const url = addressOf(event);
  late.set(url, found);
  await client.navigate(url).finally(() => late.delete(url));
}

// Without what stands after #: to go to the same address with it would only scroll.
function addressOf(event) {
  return event.request.url.split('#')[0];
}

// After a visit that the network answered: is there a newer page to keep? Once a day is enough for who saves data.
async function look() {
  lost = false;
  const page = await kept(PAGE);
  const moment = Number(page?.headers.get(MOMENT) ?? 0), age = Date.now() - moment;
  const isOfToday = new Date(moment).toDateString() === new Date().toDateString();
  if (isOfToday && (navigator.connection?.saveData || (age >= 0 && age < FRESH))) return;
  looking ??= keepPage().catch(() => {}).finally(() => { looking = null; });
  await looking;
}
