// Sorts and filters the table of all briefings. Nothing is fetched before a reader first sorts or filters; then all
// rows come at once, as JSON that the build wrote. Text reaches the page through textContent alone.

const PAGE = 200; // rows, as on the pages without this script
const TITLE = 0, DAY = 1, WORDS = 5; // columns; between the day and the words are source, language and topics
const FILTERED = [TITLE, DAY, 2, 3, 4];
const APART = { "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe" };

const place = document.querySelector(".dossier-table");
const table = place && place.parentElement.querySelector("table");
const root = new URL("..", import.meta.url);
if (table) start(place.dataset, table, new URL("briefings.json", root));

/** Put the controls above the table and into its head. */
function start(words, table, source) {
  const language = document.documentElement.lang || undefined;
  const view = {
    words, table, source, rows: null, sorted: -1, down: false, page: 0, asked: 0,
    collator: new Intl.Collator(language, { sensitivity: "base", numeric: true, ignorePunctuation: true }),
    number: new Intl.NumberFormat(language),
    row: table.closest(".md-typeset__scrollwrap") || table,
  };
  view.heads = [...table.tHead.rows[0].cells];
  view.buttons = view.heads.map((cell, column) => sortButton(view, cell, column));
  view.inputs = new Map();
  place.append(form(view));
  view.turner = turner(view);
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function sortButton(view, cell, column) {
  const button = element("button", cell.textContent, { type: "button" });
  cell.replaceChildren(button);
  cell.scope = "col";
  button.addEventListener("click", () => {
    const first = column === DAY || column === WORDS; // the newest and the longest first
    view.down = view.sorted === column ? !view.down : first;
    view.sorted = column;
    view.heads.forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", view.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    show(view, 0);
  });
  return button;
}

function form(view) {
  const made = element("form", "", { role: "search", "aria-label": view.words.filter });
  made.append(element("p", view.words.filter, { class: "dossier-table-title" }));
  for (const column of FILTERED) {
    const label = element("label", view.heads[column].textContent);
    const input = element("input", "", { type: "text", autocomplete: "off", spellcheck: "false" });
    if (column > DAY) input.setAttribute("list", `dossier-table-${column}`);
    input.addEventListener("focus", () => load(view), { once: true });
    input.addEventListener("input", () => show(view, 0));
    label.append(input);
    made.append(label);
    view.inputs.set(column, input);
  }
  view.clear = element("button", view.words.clear, { type: "reset" });
  view.status = element("p", "", { role: "status" });
  made.append(view.clear, view.status);
  made.addEventListener("submit", (event) => event.preventDefault());
  made.addEventListener("reset", () => setTimeout(() => show(view, 0)));
  return made;
}

function turner(view) {
  const made = element("nav", "", { class: "dossier-table-turner", "aria-label": view.words.filter });
  view.back = element("button", view.words.back, { type: "button" });
  view.on = element("button", view.words.on, { type: "button" });
  view.back.addEventListener("click", () => turn(view, -1));
  view.on.addEventListener("click", () => turn(view, 1));
  made.append(view.back, view.on);
  made.hidden = true;
  view.row.after(made);
  return made;
}

function turn(view, by) {
  show(view, view.page + by).then(() => place.scrollIntoView());
}

/** Fetch all rows, once; a failure is said, and the next try fetches again. */
function load(view) {
  view.rows ??= fetch(view.source)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((data) => prepared(view, data))
    .catch((error) => {
      view.rows = null;
      view.status.textContent = view.words.failed;
      throw error;
    });
  return view.rows;
}

function prepared(view, data) {
  [data.sources, data.languages, data.topics].forEach((names, at) => suggest(view, at + 2, names));
  return data.rows.map(([path, title, day, date, source, language, topics, words]) => {
    const cells = [title, date, data.sources[source], data.languages[language],
      topics.map((topic) => data.topics[topic]).join(", "), view.number.format(words)];
    const folded = cells.map(fold);
    folded[DAY] += ` ${day}`;
    return { path, day, words, cells, folded };
  });
}

function suggest(view, column, names) {
  const list = element("datalist", "", { id: `dossier-table-${column}` });
  list.append(...[...names].filter(Boolean).sort(view.collator.compare).map((name) => element("option", "", { value: name })));
  place.append(list);
}

function fold(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[ıøłđßæœ]/g, (letter) => APART[letter]);
}

/** Show a page of the rows that the filter leaves, in the order that was asked for. */
async function show(view, page) {
  const asked = ++view.asked;
  let rows;
  try {
    rows = await load(view);
  } catch {
    return;
  }
  if (asked !== view.asked) return; // the reader has typed on
  const wanted = [...view.inputs].map(([column, input]) => [column, fold(input.value).split(/\s+/).filter(Boolean)]);
  const found = rows.filter((row) => wanted.every(([column, words]) => words.every((word) => row.folded[column].includes(word))));
  if (view.sorted >= 0) found.sort(order(view));
  view.page = page;
  draw(view, found);
  say(view, found.length, rows.length);
}

function order(view) {
  const { sorted, collator } = view;
  const sign = view.down ? -1 : 1;
  if (sorted === WORDS) return (a, b) => sign * (a.words - b.words);
  const key = sorted === DAY ? (row) => row.day : (row) => row.cells[sorted];
  const compare = sorted === DAY ? (a, b) => (a < b ? -1 : Number(a > b)) : collator.compare;
  // What has no date, no source or no topic stands last, whichever way the others run.
  return (a, b) => Number(!key(a)) - Number(!key(b)) || sign * compare(key(a), key(b));
}

function draw(view, found) {
  const part = found.slice(view.page * PAGE, (view.page + 1) * PAGE);
  view.table.tBodies[0].replaceChildren(...part.map(line));
  const turns = document.getElementById("turns")?.parentElement;
  for (const part of [turns, turns?.previousElementSibling]) part?.setAttribute("hidden", "");
  view.turner.hidden = found.length <= PAGE;
  view.back.disabled = view.page === 0;
  view.on.disabled = (view.page + 1) * PAGE >= found.length;
}

function line(row) {
  const made = document.createElement("tr");
  row.cells.forEach((text, column) => {
    const cell = element("td", column === TITLE ? "" : text);
    if (column === TITLE) {
      const link = element("a", text);
      link.setAttribute("href", new URL(row.path, root).pathname); // without a host, as every link within the site
      cell.append(link);
    }
    made.append(cell);
  });
  return made;
}

function say(view, found, total) {
  const { words, number } = view;
  const count = words.found.replace("{n}", number.format(found)).replace("{total}", number.format(total));
  const pages = Math.ceil(found / PAGE);
  const where = pages > 1 ? ` · ${number.format(view.page + 1)} / ${number.format(pages)}` : "";
  view.status.textContent = found ? count + where : words.none;
}
