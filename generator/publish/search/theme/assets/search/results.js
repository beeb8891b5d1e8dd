/* A page that was found, as Material shows it: title, strip, passages. Text of seeds comes in as text, never as HTML. */
import { passages, title } from "./excerpt.js";
import { ROOT } from "./engine.js";

const MARKED = 8; // words in an address

/** Returns the item of a list for a page.
    @param {string} heading - The element of its title: where a list stands in a page, titles are headings of it. */
export function item(data, heading) {
  const made = element("li", "md-search-result__item");
  if (data.language !== "und") made.lang = data.language;
  const [best, ...others] = passages(data);
  const marks = [...new Set([...(best?.marks ?? []), ...others.flatMap((passage) => passage.marks)])];
  const head = [element(heading, "md-search-result__title", title(data)), element("p", "md-search-result__strip", data.meta.strip)];
  if (best) head.push(element("p", "", best.parts));
  made.append(link(data, best?.anchor ?? "", marks, head));
  for (const passage of others.filter(({ anchor }) => anchor)) {
    made.append(link(data, passage.anchor, marks, [element("p", "", passage.parts)]));
  }
  return made;
}

/** Makes an element of texts, of which those that were found are marked. */
export function element(name, style, parts = []) {
  const made = document.createElement(name);
  if (style) made.className = style;
  made.dir = "auto";
  for (const { text, found } of typeof parts === "string" ? [{ text: parts, found: false }] : parts) {
    const mark = found ? document.createElement("mark") : null;
    mark?.append(text);
    made.append(mark ?? text);
  }
  return made;
}

/** Fills the blanks of a sentence. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
}

/** Returns how many results there are, in words. */
export function counted(number, words) {
  const form = new Intl.PluralRules(words.language).select(number);
  const sentence = words[`results.${form}`] ?? words["results.other"];
  return filled(sentence, { n: new Intl.NumberFormat(words.language).format(number) });
}

function link(data, anchor, marks, inner) {
  const address = new URL(data.raw_url.replace(/^\/+/, ""), ROOT);
  for (const word of marks.slice(0, MARKED)) address.searchParams.append("mark", word);
  address.hash = anchor;
  const made = element("a", "md-search-result__link");
  made.href = address.pathname + address.search + address.hash; // no host: such links are shown as leading out
  const article = made.appendChild(element("article", "md-search-result__article md-typeset"));
  article.append(...inner);
  return made;
}
