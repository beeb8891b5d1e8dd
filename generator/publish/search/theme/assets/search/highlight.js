/* Marks on a page the words that a search found there; they stand in its address. Nothing of the page is changed. */
import { UNSPACED } from "./query.js";

const words = new URLSearchParams(location.search).getAll("mark").filter(Boolean);
const WITHIN_WORD = new RegExp(`(?![${UNSPACED}])[\\p{L}\\p{N}]`, "u");

function pattern() {
  const longest = [...words].sort((one, other) => other.length - one.length);
  const escaped = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/['’ʼ]/g, "['’ʼ]"));
  return new RegExp(escaped.join("|"), "giu");
}

function* places(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, ({ parentElement: parent }) =>
    parent.closest("[data-search-exclude]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const wanted = pattern();
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    for (const { 0: found, index } of text.matchAll(wanted)) {
      const end = index + found.length;
      if (WITHIN_WORD.test(text[index - 1] ?? "") || WITHIN_WORD.test(text[end] ?? "")) continue;
      const range = new Range();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, end);
      yield range;
    }
  }
}

// Browsers that cannot mark text show the page at its paragraph all the same.
if (words.length && globalThis.Highlight) {
  CSS.highlights.set("found", new Highlight(...places(document.querySelector(".md-content"))));
}
