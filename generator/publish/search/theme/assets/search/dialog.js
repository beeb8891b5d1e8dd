/* The search within the box: what it says while somebody types. */
import { ROOT, search } from "./engine.js";
import { counted, element, item } from "./results.js";

const SHOWN = 8; // a few kilobytes each are fetched for them
const PAUSE = 120; // milliseconds without a key; somebody who types needs more for two letters than a search

/** Answers in a box for as long as the page is open. */
export async function start(input, result) {
  const status = result.querySelector("[role=status]");
  const list = result.querySelector("ol");
  const all = result.querySelector(".md-search-result__meta").appendChild(element("a", "md-search-result__all"));
  const engine = await search();
  const { words } = engine;
  let latest = 0;
  all.textContent = words.all;

  async function answer(pause) {
    const query = input.value.trim();
    const turn = ++latest;
    all.href = new URL(`${words.address}${query ? `?q=${encodeURIComponent(query)}` : ""}`, ROOT);
    if (!query) return show(words.hint, []);
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (turn !== latest) return;
    try {
      const found = await engine.find(query);
      const items = (await found.next(SHOWN)).map((data) => item(data, "h2"));
      const missing = found.total ? [] : await (await import("./nothing.js")).nothing(engine, query);
      if (turn === latest) show(found.total ? counted(found.total, words) : missing[0].textContent, items, missing);
    } catch (error) {
      console.warn(error);
      if (turn === latest) show(result.dataset.failed, []);
    }
  }

  function show(said, items, notes = []) {
    status.textContent = said;
    list.replaceChildren(...items);
    result.querySelector(".md-search-result__nothing")?.remove();
    if (notes.length > 1) {
      const made = element("div", "md-search-result__nothing");
      made.append(...notes.slice(1));
      result.append(made);
    }
    result.dataset.query = input.value;
  }

  input.addEventListener("input", () => answer(PAUSE));
  input.form.addEventListener("reset", () => setTimeout(() => answer(0)));
  await answer(0);
}
