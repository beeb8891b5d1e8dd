/* The page with all results: filters, order, more. What is asked stands in its address. */
import { search } from "./engine.js";
import { nothing } from "./nothing.js";
import { counted, filled, item } from "./results.js";

const SHOWN = 20;
const PAUSE = 200; // milliseconds without a key
const page = document.querySelector(".dossier-search");
const form = page.querySelector("form");
const picks = [...form.querySelectorAll("select")].filter((select) => select.name !== "order");
const status = page.querySelector("[role=status]");
const list = page.querySelector("ol");
const more = page.querySelector("button");
let latest = 0;
let found = null;
let engine = null;

/** Fills the form from the address. */
function recall() {
  const asked = new URLSearchParams(location.search);
  form.elements.q.value = asked.get("q") ?? "";
  form.elements.order.value = asked.get("order") ?? "";
  for (const select of picks) {
    const value = asked.get(select.name);
    if (value) select.add(new Option(value, value, false, true));
  }
}

/** Keeps in the address what is asked, so that it can be sent to somebody. */
function keep() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
}

async function answer() {
  const turn = ++latest;
  keep();
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (turn !== latest) return;
  const query = form.elements.q.value.trim();
  const filters = Object.fromEntries(picks.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  try {
    // Without a word there is no best one.
    const next = await engine.find(query || null, { filters, newest: !query || form.elements.order.value === "newest" });
    if (turn !== latest) return;
    found = next;
    offer();
    const notes = found.total || !query ? [] : await nothing(engine, query);
    const items = await shown();
    if (turn !== latest) return;
    list.replaceChildren(...items);
    status.replaceChildren(...(notes.length ? notes : [counted(found.total, engine.words)]));
  } catch (error) {
    fail(error);
  }
}

async function shown() {
  const items = (await found.next(SHOWN)).map((data) => item(data, "h2"));
  more.hidden = list.children.length + items.length >= found.total || items.length < SHOWN;
  return items;
}

/** Offers only what leads to something; of the value that is picked, and those in its place, the count without it. */
function offer() {
  for (const select of picks) {
    const { value: picked } = select;
    const counts = (picked ? found.totals : found.filters)[select.name] ?? {};
    const values = Object.entries(counts).filter(([value, count]) => count || value === picked);
    const byYear = select.name === "year";
    values.sort(([a, one], [b, other]) => (byYear ? b.localeCompare(a) : other - one || a.localeCompare(b)));
    if (picked && !(picked in counts)) values.unshift([picked, 0]);
    const options = values.map(([value, count]) => {
      const text = filled(engine.words.option, { value, n: new Intl.NumberFormat(engine.words.language).format(count) });
      return new Option(text, value, false, value === picked);
    });
    select.replaceChildren(select.options[0], ...options);
    select.value = picked;
    select.parentElement.hidden = !options.length; // a collection without authors has none to pick
  }
}

function fail(error) {
  console.warn(error);
  status.textContent = page.dataset.failed;
}

form.addEventListener("input", answer);
form.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", async () => {
  const items = await shown();
  list.append(...items);
  items[0]?.querySelector("a").focus();
});

recall();
try {
  engine = await search();
  await engine.filters();
  await answer();
} catch (error) {
  fail(error);
}
