/* Asks Pagefind: one worker for each language, since its program knows the inflection of one only.
   Its own script would be asked in the language of the page; so this one talks to its worker, as that script does. */
import { terms, variants } from "./query.js";
import { content, marked, near } from "./excerpt.js";

export const ROOT = new URL("../../", import.meta.url);
const FOLDER = new URL("pagefind/", ROOT);
let opened = null;

/** Returns the search, fetched the first time that it is wanted; a failure may be tried again. */
export function search() {
  opened ??= load().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function load() {
  const answer = await fetch(new URL("dossier.json", FOLDER), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const { version, languages, words } = await answer.json();
  const indexes = await Promise.all(languages.map((language) => Index.open(language, version)));
  return new Search(indexes, words);
}

/** The index of one language. */
class Index {
  static async open(language, version) {
    const index = new Index(language);
    await index.call("init", { basePath: FOLDER.pathname, language, primary: true, metaCacheTag: version });
    return index;
  }

  constructor(language) {
    this.language = language;
    this.waiting = new Map();
    this.worker = new Worker(new URL("pagefind-worker.js", FOLDER));
    this.worker.onmessage = ({ data }) => {
      const { resolve, reject } = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.error) reject(new Error(data.error));
      else resolve(data.result);
    };
    this.worker.onerror = (event) => {
      for (const { reject } of this.waiting.values()) reject(new Error(event.message));
    };
  }

  call(method, ...args) {
    return new Promise((resolve, reject) => {
      const id = crypto.randomUUID?.() ?? String(Math.random());
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, instanceId: this.language, method, args });
    });
  }

  /** Returns the hits of a query, best first: a hit that several ways of writing it find counts for all of them. */
  async hits(query, options) {
    const answers = await Promise.all(variants(query).map((text) => this.call("search", text, options)));
    const hits = new Map();
    for (const result of answers.flatMap((answer) => answer.results)) {
      const hit = hits.get(result.id) ?? { index: this, score: 0, data: () => this.data(result) };
      hit.score += result.score;
      hits.set(result.id, hit);
    }
    const found = { hits: [...hits.values()], filters: answers[0].filters, totals: answers[0].totalFilters };
    return (await this.meant(query, found.hits)) ? found : { hits: [], filters: {}, totals: {} };
  }

  async data(result) {
    return { ...(await this.call("getData", result.data)), language: this.language };
  }

  /** Says whether hits have the words of a query. Where no word of the index begins as one of the query does, Pagefind
      takes the longest word that the one of the query begins with: "à" for "avion". */
  async meant(query, hits) {
    if (!hits.length) return true;
    const found = await hits[0].data();
    const there = marked(content(found));
    for (const term of terms(query)) {
      if (near(term, [...there, ...found.meta.strip.split(/\s+/)])) continue;
      // One stem, such as that of "run" and "running": both words find the same.
      const same = await Promise.all([term, ...there].map(async (word) => (await this.call("search", word, {})).results.length));
      if (!same.slice(1).includes(same[0])) return false;
    }
    return true;
  }
}

class Search {
  constructor(indexes, words) {
    this.indexes = indexes;
    this.words = words;
  }

  /** Returns what a query finds in all languages.
      @param {?string} query - null finds everything.
      @param {{filters?: object, newest?: boolean}} wish */
  async find(query, { filters = {}, newest = false } = {}) {
    const options = { filters, sort: newest ? { date: "desc" } : {} };
    const found = await Promise.all(this.indexes.map((index) => index.hits(query, options)));
    const lists = found.map((one) => one.hits);
    const hits = newest ? byDate(lists) : lists.flat().sort((one, other) => other.score - one.score);
    return new Found(hits, lists.flat().length, added(found.map((one) => one.filters)), added(found.map((one) => one.totals)));
  }

  /** Loads what results can be picked by, which only the page with all results shows. */
  async filters() {
    await Promise.all(this.indexes.map((index) => index.call("filters")));
  }

  /** Returns those words of a query that nothing has. */
  async missing(query) {
    const counts = await Promise.all(terms(query).map(async (term) => [term, (await this.find(term)).total]));
    return counts.filter(([, total]) => total === 0).map(([term]) => term);
  }
}

/** What was found: how much, by what it can be picked, and the pages themselves, which are fetched as they are shown. */
class Found {
  constructor(hits, total, filters, totals) {
    Object.assign(this, { hits: hits[Symbol.asyncIterator]?.() ?? hits.values(), total, filters, totals });
  }

  async next(number) {
    const next = [];
    while (next.length < number) {
      const { value, done } = await this.hits.next();
      if (done) break;
      next.push(value);
    }
    return Promise.all(next.map((hit) => hit.data()));
  }
}

/** Yields hits of several lists, each with the newest first, in that order; a date is known only once it is fetched. */
async function* byDate(lists) {
  const heads = await Promise.all(lists.map((list) => head(list.values())));
  for (;;) {
    const open = heads.filter((one) => one.hit);
    if (!open.length) return;
    const newest = open.reduce((best, one) => (one.date > best.date ? one : best));
    yield newest.hit;
    heads[heads.indexOf(newest)] = await head(newest.rest);
  }
}

async function head(rest) {
  const { value: hit } = rest.next();
  return { hit, rest, date: hit ? (await hit.data()).meta.date ?? "" : "" };
}

function added(all) {
  const sum = {};
  for (const [name, values] of all.flatMap((one) => Object.entries(one ?? {}))) {
    sum[name] ??= {};
    for (const [value, count] of Object.entries(values)) sum[name][value] = (sum[name][value] ?? 0) + count;
  }
  return sum;
}
