// Escape puts the card at a name away, until the name is left. Without it the card goes with the pointer.
(function () {
  "use strict";
  document.addEventListener("keydown", (event) => {
    const name = event.key === "Escape" && document.querySelector(".named:is(:hover, :focus-within)");
    if (!name) return;
    name.classList.add("put-away");
    const back = () => name.classList.remove("put-away");
    name.addEventListener("mouseleave", back, { once: true });
    name.addEventListener("focusout", back, { once: true });
  });
})();
