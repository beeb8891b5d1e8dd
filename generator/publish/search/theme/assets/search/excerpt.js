/* What of a page shows why it was found: the paragraphs with the words, as they were before findable.py. */
import { UNSPACED, folded } from "./query.js";

const AROUND = 26; // words of an excerpt: two or three lines of the box
const PASSAGES = 3;
const NAMED = "named-";
const NO_SPACE = new RegExp(`[${UNSPACED}]`, "u");
const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** Returns words in order, each as it was written, whether it was found, and whether no space follows it. */
function read(text, data) {
  const found = new Set(data.locations);
  return text.split(/\s+/).map((word, place) => {
    const isTight = word.length > 1 && word.endsWith("^");
    const [written] = (isTight ? word.slice(0, -1) : word).split("^^");
    return { text: written.replaceAll("^'", "’"), found: found.has(place), isTight };
  });
}

/** Returns the words of a page. */
export function content(data) {
  return read(data.content, data);
}

/** Returns the title of a page in parts, those that were found marked: it opens the content. */
export function title(data) {
  return joined(read(data.meta.title, data));
}

/** Returns the words that were found, each once, without the signs around them, neighbours in Chinese as one. */
export function marked(words) {
  const runs = [];
  words.forEach(({ text, found }, place) => {
    if (!found) return;
    const before = words[place - 1];
    if (before?.found && before.isTight) runs.push(runs.pop() + text);
    else runs.push(text);
  });
  return [...new Set(runs.map((run) => run.replace(EDGE, "")))].filter(Boolean);
}

/** Says whether one of some words is what a term of a query looks for: it begins so, or as another form of it would. */
export function near(term, words) {
  const wanted = folded(term).replace(/[^\p{L}\p{N}]/gu, "");
  const parts = words.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}\p{M}]+/u)]);
  return parts.map((part) => folded(part).replace(/[^\p{L}\p{N}]/gu, "")).some((part) => {
    if (part.startsWith(wanted) || (NO_SPACE.test(part) && part.includes(wanted))) return true;
    let same = 0;
    while (same < part.length && part[same] === wanted[same]) same += 1;
    return same >= 3 && same >= 0.6 * wanted.length;
  });
}

/** Returns the passages of a page that were found, the best first: each with its anchor, its parts and the words to mark
    on the page. Of a page that was found by its title alone, its beginning. */
export function passages(data) {
  const words = content(data);
  const anchors = data.anchors.filter((anchor) => anchor.id).sort((one, other) => one.location - other.location);
  const own = (place) => words.slice(anchors[place].location, anchors[place + 1]?.location ?? words.length);
  const found = best(data, anchors);
  const said = found.filter((place) => !anchors[place].id.startsWith(NAMED));
  if (said.length) {
    return said.slice(0, PASSAGES).map((place) => {
      return { anchor: anchors[place].id, parts: excerpt(own(place)), marks: marked(own(place)) };
    });
  }
  if (found.length) return [otherwise(anchors[found[0]].id, own(found[0]))];
  return anchors.length ? [{ anchor: "", parts: excerpt(own(0)), marks: marked(words) }] : [];
}

/** Returns the places of the anchors below which words were found, that with the most weight first. */
function best(data, anchors) {
  const weights = new Map();
  for (const { location, balanced_score: score } of data.weighted_locations) {
    const place = anchors.findLastIndex((anchor) => anchor.location <= location);
    if (place >= 0) weights.set(place, (weights.get(place) ?? 0) + score);
  }
  return [...weights].sort(([a, one], [b, other]) => other - one || a - b).map(([place]) => place);
}

/** Returns a passage of a page that says it in other words: "Turquie = Turkey", of which it writes the former. */
function otherwise(id, line) {
  const equals = line.findIndex(({ text }) => text === "=");
  const written = joined(line.slice(0, equals)).map(({ text }) => text).join("");
  return { anchor: id.split("-")[2], parts: joined(line.slice(equals ? 0 : 1)), marks: written ? [written] : [] };
}

/** Returns the part of a paragraph with most words that were found, and dots where it was cut. */
function excerpt(words) {
  const start = Math.max(0, densest(words) - 4);
  const from = Math.max(0, Math.min(start, words.length - AROUND));
  const parts = joined(words.slice(from, from + AROUND));
  if (from > 0) parts.unshift({ text: "… ", found: false });
  if (from + AROUND < words.length) parts.push({ text: " …", found: false });
  return parts;
}

function densest(words) {
  const places = words.flatMap(({ found }, place) => (found ? [place] : []));
  const within = (from) => places.filter((place) => place >= from && place < from + AROUND - 4).length;
  return places.reduce((best, place) => (within(place) > within(best) ? place : best), places[0] ?? 0);
}

/** Joins words to runs of found and other text, spaced as they were. */
function joined(words) {
  const parts = [];
  words.forEach(({ text, found }, place) => {
    const space = place && !words[place - 1].isTight ? " " : "";
    const last = parts.at(-1);
    if (last?.found === found) last.text += space + text;
    else if (found) parts.push({ text: space, found: false }, { text, found });
    else parts.push({ text: space + text, found });
  });
  return parts.filter(({ text }) => text);
}
