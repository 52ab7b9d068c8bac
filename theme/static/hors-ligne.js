// Has the browser keep the light agenda for when there is no network (sw.js), once the page itself is there.
(() => {
  if (!navigator.serviceWorker) return;
  const worker = new URL('../sw.js', document.currentScript.src);
  addEventListener('load', () => navigator.serviceWorker.register(worker).catch(() => {}));
})();
