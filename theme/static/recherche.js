// Searches with Pagefind, which is loaded at the first question. Without it the page offers other ways.
(() => {
  "use strict";
  const find = (selector) => document.querySelector(selector);
  const form = find(".seek"), told = find(".told"), section = find(".results"), list = find(".results ol"), more = find(".results button");
  const field = form.elements.q;
  const selects = [...form.querySelectorAll("select")];
  const title = document.title;
  const WAYS = "prenez un des chemins ci-dessous.";
  let engine, left = [], turn = 0;

  // The rule of searched() in plugins/search/words.py
  const folded = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[‘’ʼ]/g, "'")
      .replace(/\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/g, "").replace(/'/g, " ").replace(/\b(\w{2,}[aou]|\w+[b-np-z]i)s\b|\b(\w{1,3}[eo]u)x\b/g, "$1$2");

  function asked(text, weak) {
    const words = folded(text).match(/[a-z0-9\u00c0-\u1fff\u3040-\uffff]+/g) || [];
    const strong = words.filter((word) => !weak.includes(word));
    return strong[0] ? strong : words;
  }

  async function load() {
    const { index, base } = form.dataset;
    const facts = fetch(`${index}fiches.json`, { cache: "no-cache" }).then((answer) => answer.json());
    const pagefind = await import(`${index}pagefind.js`);
    await pagefind.options({ noWorker: true, baseUrl: base }); // a worker would need a policy of its own
    return [pagefind, await facts];
  }

  function known(facts, { id, data }) {
    const [type, houses, last] = facts.fiches[id] || [];
    return last === undefined ? [] : [{ data, last, type: [facts.type[type]], maison: houses.map((house) => facts.maison[house]) }];
  }

  // Results that have each word itself; only when there are none, those with longer words
  async function search(pagefind, words) {
    const { results } = await pagefind.search(words.join(" "));
    const having = await Promise.all(words.map(async (word) => new Set((await pagefind.search(`"${word}"`)).results.map(({ id }) => id))));
    const exact = results.filter(({ id }) => having.every((ids) => ids.has(id)));
    return exact[0] ? exact : results;
  }

  const fits = (found, name, key) => !key || found[name].some(([other]) => other === key);
  const fitting = (all, besides) => all.filter((found) => selects.every((select) => select === besides || fits(found, select.name, select.dataset.key)));
  const today = () => new Date().toLocaleDateString("sv");

  const day = (written) =>
    new Date(written.slice(0, 4), written.slice(4, 6) - 1, written.slice(6))
      .toLocaleDateString("fr-FR", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(/ 1 /, " 1er ");

  function when({ jour, dates }) {
    if (!dates) return jour;
    const all = [...dates.matchAll(/j(\d+)(?:h(\d\d)(\d\d))?(?:f(\d+))?/g)];
    const next = all.find(([, first, , , last]) => (last || first) >= today().replace(/-/g, ""));
    const [, first, hour, minute, last] = next || all[all.length - 1];
    const words = last ? `du ${day(first)} au ${day(last)}` : day(first) + (hour ? ` à ${+hour}\u00a0h${+minute ? `\u00a0${minute}` : ""}` : "");
    return `${next ? (all[1] ? "Prochaine date\u00a0: " : "") : "Passé\u00a0: "}${words}`;
  }

  function made(name, className, ...inside) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  }

  function row(found, { meta, url }) {
    const link = made("a", "", ...(meta.etat ? [made("strong", "state", meta.etat), " "] : []), meta.title);
    link.href = url;
    const tags = found.maison.flatMap(([key, name]) => [" ", made("span", `tag maison-${key}`, name)]);
    const about = [found.type[0][1], when(meta)].filter(Boolean).join(" · ");
    return made("li", "teaser", made("h3", "", link), made("p", "soft", about, ...tags), ...(meta.resume ? [made("p", "", meta.resume)] : []));
  }

  async function show(now) {
    const next = left.splice(0, 20);
    const pieces = await Promise.all(next.map(({ data }) => data()));
    if (now !== turn) return;
    const rows = pieces.map((piece, number) => row(next[number], piece));
    list.append(...rows);
    more.hidden = !left[0];
    return rows[0];
  }

  function offer(facts, all) {
    for (const select of selects) {
      const { key } = select.dataset, rest = fitting(all, select);
      while (select.options[1]) select.remove(1);
      for (const choice of facts[select.name]) {
        const count = rest.filter((found) => fits(found, select.name, choice[0])).length;
        if (count || choice[0] === key) select.add(new Option(`${choice[choice.length - 1]} (${count})`, choice[0]));
      }
      select.value = key;
    }
    form.querySelector("div").hidden = !all[0];
  }

  function tell(words, count, isFiltered) {
    const asked = `pour «\u00a0${words}\u00a0»`;
    if (count) told.textContent = `${count} résultat${count > 1 ? "s" : ""} ${asked}`;
    else told.textContent = `Rien trouvé ${asked}${isFiltered ? " avec ces choix. Retirez-en un" : ". Essayez un mot plus simple"}, ou ${WAYS}`;
  }

  async function answer(words, now) {
    const [pagefind, facts] = await (engine = engine || load());
    const results = await search(pagefind, asked(words, facts.weak));
    if (now !== turn) return;
    const all = results.flatMap((result) => known(facts, result)), kept = fitting(all);
    const isOver = ({ last }) => last && last < today();
    left = [...kept.filter((found) => !isOver(found)), ...kept.filter(isOver)];
    offer(facts, all);
    list.textContent = "";
    await show(now);
    if (now !== turn) return;
    section.hidden = !kept[0];
    tell(words, kept.length, all[0]);
  }

  async function read() {
    const query = new URLSearchParams(location.search), now = ++turn;
    const words = (field.value = (query.get("q") || "").trim());
    for (const select of selects) select.dataset.key = query.get(select.name) || "";
    document.title = words ? `${words} – ${title}` : title;
    section.hidden = true;
    told.textContent = words && "Recherche…";
    try {
      if (words) await answer(words, now);
    } catch {
      engine = undefined;
      if (now === turn) told.textContent = `La recherche ne répond pas\u00a0: ${WAYS}`;
    }
  }

  function ask(event) {
    event.preventDefault();
    const given = [...new FormData(form)].filter(([, value]) => value.trim());
    history.pushState(null, "", `?${new URLSearchParams(given)}`);
    read();
  }

  if (!self.WebAssembly) {
    told.textContent = `Navigateur trop ancien pour la recherche\u00a0: ${WAYS}`;
    return;
  }
  form.hidden = false;
  form.addEventListener("submit", ask);
  for (const select of selects) select.addEventListener("change", ask);
  more.addEventListener("click", async () => {
    const first = await show(turn);
    if (first) first.querySelector("a").focus();
  });
  addEventListener("popstate", read);
  read();
})();
