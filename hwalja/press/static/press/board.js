// Looks at the press again every ten seconds, while asked to and in sight.
(() => {
  const EVERY = 10_000;
  const KEPT = "hwalja-press-again";
  const board = () => document.getElementById("press-board");

  const dress = () => {
    const label = board().querySelector("[data-press-again]");
    const box = label.querySelector("input");
    label.hidden = false;
    box.checked = localStorage.getItem(KEPT) !== "no";
    box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "yes" : "no"));
  };

  const isBusy = () =>
    document.hidden ||
    localStorage.getItem(KEPT) === "no" ||
    board().contains(document.activeElement) ||
    board().querySelector("details[open]");

  const look = async () => {
    if (isBusy()) return;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || isBusy()) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = page.getElementById("press-board");
    // Where the log-in has run out there is none.
    if (!made) return;
    board().replaceWith(made);
    dress();
  };

  dress();
  setInterval(look, EVERY);
})();
