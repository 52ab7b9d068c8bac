// Buttons that copy what `data-copy` says, or what the element holds that `data-copy-from` finds; they stay hidden where a page may not copy.
(() => {
  "use strict";
  if (!navigator.clipboard) return;

  function text(button) {
    const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
    return source ? (source.value ?? source.innerText).trim() : button.dataset.copy;
  }

  for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    button.after(" ", status);
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text(button));
        status.textContent = "Copié";
      } catch {
        status.textContent = "Copie impossible\u00a0: sélectionnez le texte à la main";
      }
      setTimeout(() => (status.textContent = ""), 5000);
    });
  }
})();
