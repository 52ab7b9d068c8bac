// Hides what is over since the page was made, and filters the agenda. Without it everything is shown, and each choice has a page of its own.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isPast = (moment) => Date.parse(moment) <= Date.now();
  const form = document.querySelector("[data-filtre]");
  const fields = form ? [...form.elements].filter((field) => field.name) : [];
  const shown = "li[data-fin]:not([hidden])";

  const chosen = () => (form ? [...new FormData(form)].filter(([, value]) => value) : []);

  function show() {
    const wanted = chosen().map((pair) => pair.join(":"));
    for (const part of all("[data-fin]")) {
      const held = (part.dataset.f || "").split(" ");
      part.hidden = isPast(part.dataset.fin) || (part.localName === "li" && !wanted.every((facet) => held.includes(facet)));
    }
    for (const part of all("[data-des]")) part.hidden = !isPast(part.dataset.des);
    for (const part of all("[data-groupe]")) part.hidden = !part.querySelector(shown);
    for (const part of all("[data-vide]")) part.hidden = !!part.closest("[data-liste]").querySelector(shown);
    markToday();
    if (form) tell(wanted.length > 0);
  }

  function markToday() {
    const now = new Date(Date.now());
    const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10); // Intl takes 40 ms of an old phone to load
    for (const cell of all("[data-jour]")) {
      cell.classList.toggle("past", cell.dataset.jour < today);
      if (cell.dataset.jour === today) cell.setAttribute("aria-current", "date");
      else cell.removeAttribute("aria-current");
    }
  }

  function tell(isFiltered) {
    const count = all(shown).length;
    const words = isFiltered ? `${count || "Aucun"}\u00a0rendez-vous` : "";
    const status = form.querySelector("[role=status]");
    if (status.textContent !== words) status.textContent = words;
  }

  function read() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = query.get(field.name) || "";
      if (field.type === "checkbox") field.checked = value === field.value;
      else field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    const panel = form && form.querySelector("details");
    if (panel) panel.open = panel.open || chosen().length > 0 || matchMedia("(min-width: 56rem)").matches;
    show();
  }

  function choose() {
    const query = new URLSearchParams(chosen()).toString();
    history.pushState(null, "", location.pathname + (query && `?${query}`));
    show();
  }

  if (form) {
    form.hidden = false;
    for (const part of all("[data-sans]")) part.hidden = true;
    form.addEventListener("change", choose);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("button").addEventListener("click", () => {
      form.reset();
      choose();
    });
    addEventListener("popstate", read);
  }
  addEventListener("pageshow", read);
  document.addEventListener("visibilitychange", show);
  read();
})();
