// Says whether the programme is to come, on, or over for today, by the town's clock, wherever the visitor is and whatever the season.
// Without it the page says when the next one is.
(() => {
  "use strict";
  const place = document.querySelector("[data-direct]");
  const { direct: weekday, debut: from, fin: until, zone, saison: last } = place.dataset;
  const next = place.querySelector("time");

  function dayWords(day, today) {
    if (day === today) return "aujourd’hui";
    const words = new Date(day).toLocaleDateString("fr", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
    return words.replace(" 1 ", " 1er ");
  }

  function show() {
    // Sweden writes its dates as ISO 8601 does; what is written of a day alone counts as UTC
    const [today, hour] = new Date(Date.now()).toLocaleString("sv", { timeZone: zone }).split(" ");
    const date = new Date(today);
    let days = (Number(weekday) - date.getUTCDay() + 7) % 7;
    const state = days || hour < from || today > last ? "avant" : hour < until ? "direct" : "apres";
    if (state === "apres") days = 7;
    date.setUTCDate(date.getUTCDate() + days);
    const day = date.toISOString().slice(0, 10);
    if (next.textContent !== dayWords(day, today)) next.textContent = dayWords(day, today);
    next.dateTime = day;
    for (const part of place.querySelectorAll("[data-quand]")) part.hidden = !part.dataset.quand.includes(state) || (part.contains(next) && day > last);
  }

  show();
  setInterval(show, 20000);
  document.addEventListener("visibilitychange", show);
})();
