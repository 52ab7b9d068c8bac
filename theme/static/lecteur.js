// The player of an episode: chapters and transcript lead to their moment, one goes on where one left, and a moment can be shared.
// Without it one hears, reads and downloads, and a chapter opens the recording at its moment.
(() => {
  "use strict";
  const player = document.querySelector("[data-lecteur]");
  const audio = player.querySelector("audio");
  const status = player.querySelector("[role=status]");
  const share = player.querySelector("[data-copy]");
  const page = share.dataset.copy;
  const key = `lecteur:${location.pathname}`;
  const lists = [...document.querySelectorAll("[data-suivi]")].map((box) => ({ box, marks: [...box.querySelectorAll("[data-t]")] }));
  let kept = 0;
  let wanted = 0;

  function remembered(use) {
    try {
      return use(localStorage);
    } catch {
      return null; // the visitor wants nothing kept
    }
  }

  const clock = (moment) => new Date(moment * 1000).toISOString().slice(moment < 3600 ? 14 : 11, 19);

  // The moment that the address asks for, as media fragments write it (#t=750, #t=12:30, #t=1:02:30); NaN when it asks for none.
  function asked() {
    const found = /[#&]t=(?:npt:)?(\d[\d:.]*)/.exec(location.hash);
    return found ? found[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0) : NaN;
  }

  function seek(moment) {
    const second = Math.max(0, moment);
    audio.currentTime = second;
    if (!audio.readyState) wanted = second;
    follow();
  }

  function hear(moment) {
    seek(moment);
    audio.play().catch(() => {}); // where a browser waits for a hand, it starts from here
  }

  function follow() {
    share.dataset.copy = `${page}#t=${clock(audio.currentTime)}`;
    for (const list of lists) {
      const now = list.marks.filter((mark) => mark.dataset.t <= audio.currentTime).pop();
      if (now === list.now) continue;
      if (list.now) list.now.removeAttribute("aria-current");
      list.now = now;
      if (!now) continue;
      now.setAttribute("aria-current", "true");
      if (list.box.matches(":hover, :focus-within")) continue; // somebody reads elsewhere in it
      list.box.scrollTop += now.getBoundingClientRect().top - list.box.getBoundingClientRect().top - list.box.clientHeight / 3;
    }
  }

  function keep() {
    if (!audio.played.length || audio.ended) return;
    kept = audio.currentTime;
    remembered((store) => store.setItem(key, Math.floor(kept)));
  }

  function announce() {
    status.textContent = "";
    if (asked() >= 0) history.replaceState(null, "", location.pathname + location.search); // heard: the next visit goes on where one left
    if (!navigator.mediaSession) return;
    const { lecteur, pochette } = player.dataset;
    const artwork = pochette ? [{ src: pochette }] : [];
    navigator.mediaSession.metadata = new MediaMetadata({ title: document.querySelector("h1").textContent, artist: lecteur, artwork });
  }

  function control(action, act) {
    try {
      navigator.mediaSession.setActionHandler(action, act);
    } catch {
      // this browser has no such key
    }
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-t]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!mark.href && `${getSelection()}`) return; // somebody marks words to copy them
    event.preventDefault();
    hear(Number(mark.dataset.t));
  });
  for (const button of player.querySelectorAll("[data-saut]")) {
    button.addEventListener("click", () => seek(audio.currentTime + Number(button.dataset.saut)));
  }
  player.querySelector("select").addEventListener("change", (event) => {
    audio.playbackRate = audio.defaultPlaybackRate = Number(event.target.value);
  });
  audio.addEventListener("loadedmetadata", () => {
    if (Math.abs(audio.currentTime - wanted) > 1) seek(wanted); // Safari forgets what was set before
  });
  audio.addEventListener("play", announce);
  audio.addEventListener("timeupdate", () => {
    follow();
    if (Math.abs(audio.currentTime - kept) > 5) keep();
  });
  audio.addEventListener("pause", keep);
  audio.addEventListener("ended", () => remembered((store) => store.removeItem(key)));
  addEventListener("pagehide", keep);
  addEventListener("hashchange", () => asked() >= 0 && hear(asked()));
  control("seekbackward", (step) => seek(audio.currentTime - (step.seekOffset || 15)));
  control("seekforward", (step) => seek(audio.currentTime + (step.seekOffset || 30)));
  control("seekto", (step) => seek(step.seekTime));

  const left = Number(remembered((store) => store.getItem(key)));
  const start = asked() >= 0 ? asked() : left;
  if (start) {
    seek(start);
    status.textContent = `${start === left ? "Reprise" : "Départ"} à ${clock(start)}`;
  }
  player.querySelector(".controls").hidden = false;
})();
