// Reads the card of an event aloud, in the language that is shown, by a voice of this machine: nothing is sent anywhere.
// A button shows once there is a voice of its language; what is written in French inside another language is read by a French one.
(() => {
  "use strict";
  const speech = window.speechSynthesis;
  if (!speech) return;
  const buttons = [...document.querySelectorAll("[data-lire]")];
  const first = new Map(buttons.map((button) => [button, button.textContent]));
  const reached = new Map(); // where each card was stopped
  let playing = null;
  let said = null; // kept here, since some browsers forget an utterance that nobody holds, and never tell its end

  const spoken = (element) => element.closest("[lang]").lang;

  function voice(language) {
    const found = speech.getVoices().filter((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language);
    return found.find((one) => one.default) || found.find((one) => one.lang.slice(-2).toLowerCase() === language) || found[0];
  }

  // The questions and sentences of a card, cut where the language changes.
  function pieces(card) {
    const found = [];
    for (const line of card.querySelectorAll("dt, dd p")) {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let last = null;
      while (texts.nextNode()) {
        const text = texts.currentNode.data;
        const language = spoken(texts.currentNode.parentElement);
        if (last && last.language === language) last.text += text;
        else found.push((last = { text, language }));
      }
    }
    return found.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
  }

  function read(button) {
    const card = button.closest("[lang]");
    const all = pieces(card);
    let number = reached.get(button) || 0;

    function next() {
      if (number >= all.length) return stop(0);
      reached.set(button, number);
      const piece = all[number++];
      const utterance = (said = new SpeechSynthesisUtterance(piece.text.trim()));
      utterance.voice = voice(piece.language) || voice(card.lang);
      utterance.lang = utterance.voice.lang;
      utterance.onend = () => said === utterance && next();
      utterance.onerror = () => said === utterance && stop(0);
      speech.speak(utterance);
    }

    playing = button;
    button.textContent = button.dataset.arreter;
    next();
  }

  // Stops, and goes on from there next time; `from` says otherwise.
  function stop(from) {
    const button = playing;
    if (!button) return;
    playing = said = null;
    if (from !== undefined) reached.set(button, from);
    button.textContent = reached.get(button) ? button.dataset.reprendre : first.get(button);
    speech.cancel();
  }

  function show() {
    for (const button of buttons) button.hidden = !voice(spoken(button));
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const wasPlaying = playing === button;
      stop();
      if (!wasPlaying) read(button);
    });
    button.closest("details")?.addEventListener("toggle", ({ target }) => {
      if (!target.open && playing === button) stop();
    });
  }
  addEventListener("pagehide", () => stop());
  speech.onvoiceschanged = show;
  show();
})();
