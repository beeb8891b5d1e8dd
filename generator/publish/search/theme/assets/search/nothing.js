/* What to say where nothing was found: which words are nowhere, and what else there is. */
import { ROOT } from "./engine.js";
import { terms } from "./query.js";
import { element, filled } from "./results.js";

/** Returns the paragraphs: what was not found, what to try, and where to look instead. */
export async function nothing(engine, query) {
  const { words } = engine;
  const several = terms(query).length > 1;
  const missing = several ? await engine.missing(query) : [];
  const quoted = missing.map((word) => filled(words.quoted, { text: word })).join(", ");
  const said = [filled(words.none, { query: filled(words.quoted, { text: query }) })];
  if (several) said.push(missing.length ? filled(words.none_has, { words: quoted }) : words.none_together);
  const links = element("p", "");
  for (const [label, address] of [[words.topics, words.topics_address], [words.sources, words.sources_address]]) {
    const link = links.appendChild(element("a", "", label));
    link.href = new URL(address, ROOT);
    link.after(" ");
  }
  return [...said, words.none_try].map((text) => element("p", "", text)).concat(links);
}
