// Nothing is at this address, but it looks like that of an event: offers the page of its month, if there is one.
(async () => {
  const way = document.querySelector('[data-mois]');
  const [, year, month] = location.pathname.match(/\/agenda\/(\d{4})\/(\d{2})(?:\/|$)/) || [];
  if (!way || !year) return;
  const link = way.querySelector('a');
  const address = `${link.getAttribute('href')}${year}/${month}/`;
  const found = await fetch(address, { method: 'HEAD' });
  if (!found.ok) return;
  const words = new Date(year, month - 1).toLocaleDateString('fr', { month: 'long', year: 'numeric' });
  link.href = address;
  link.textContent = `L’agenda du mois\u00a0: ${words}`;
  way.hidden = false;
})().catch(() => {});
