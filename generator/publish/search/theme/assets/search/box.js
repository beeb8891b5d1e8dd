/* The search box on every page: opens, closes, moves. All that searches is fetched when somebody first wants to. */
(() => {
  const script = document.currentScript.src;
  const toggle = document.getElementById("__search");
  const box = document.querySelector(".md-search");
  const form = box.querySelector("form");
  const input = form.elements.q;
  const output = box.querySelector(".md-search__output");
  const result = box.querySelector(".md-search-result");
  const page = document.querySelector(".md-container"); // which Material dims, and covers, while the search is open
  let before = null;
  let ready = null;

  function load() {
    ready ??= import(new URL("dialog.js", script))
      .then((dialog) => dialog.start(input, result))
      .catch(() => {
        ready = null;
        result.querySelector("[role=status]").textContent = result.dataset.failed;
      });
  }

  function open(wanted) {
    // By a click, since Material's own script waits for the change that this makes.
    if (toggle.checked !== wanted) toggle.click();
  }

  function close() {
    open(false);
    (before ?? document.body).focus?.();
  }

  function typing(target) {
    return target.isContentEditable || target.matches?.("input, textarea, select");
  }

  function move(step) {
    const places = [input, ...result.querySelectorAll("ol a"), ...result.querySelectorAll(".md-search-result__meta a")];
    const next = places.indexOf(document.activeElement) + step;
    places[(next + places.length) % places.length].focus();
  }

  toggle.addEventListener("change", () => {
    output.inert = !toggle.checked;
    page.inert = toggle.checked;
    if (!toggle.checked) return input.blur();
    input.focus();
    load();
  });
  input.addEventListener("focus", () => open(true));
  input.addEventListener("input", load);
  form.addEventListener("reset", () => input.focus());

  // The best result, where there is one already; else the page with all of them.
  form.addEventListener("submit", (event) => {
    const best = result.querySelector("ol a");
    if (!best || result.dataset.query !== input.value) return;
    event.preventDefault();
    best.click();
  });

  box.addEventListener("click", (event) => {
    if (event.target.closest("ol a")) open(false);
  });
  box.addEventListener("focusin", (event) => {
    if (!box.contains(event.relatedTarget)) before = event.relatedTarget;
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) open(false);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (toggle.checked) {
      if (event.key === "Escape") close();
      else if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else {
        // What comes next lies in the page, which must be there again for Tab to go on to.
        if (event.key === "Tab" && !event.shiftKey && document.activeElement === [...result.querySelectorAll("a")].at(-1)) open(false);
        return;
      }
    } else if (["f", "s", "/"].includes(event.key) && !typing(event.target)) {
      input.focus();
      input.select();
    } else return;
    event.preventDefault();
  });

  if (new URLSearchParams(location.search).has("mark")) import(new URL("highlight.js", script));
})();
