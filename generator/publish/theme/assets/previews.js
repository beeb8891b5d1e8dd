// What a link to a briefing or a topic leads to, shown while the pointer or the focus is on it (WCAG 1.4.13: Escape
// closes it, the pointer may move onto it, it stays until either leaves). The texts are in small files beside the
// pages, each fetched when it is first asked for. A module, so that a page is read before it.
const ROOT = new URL("..", import.meta.url); // the site's own, wherever it is published
const PAGE = /^(briefings|topics)\/([^/]+?)(?:\/|\/index\.html|\.html)?$/;
const OPENS_AFTER = 300; // ms; a pointer that only crosses a link asks for nothing
const CLOSES_AFTER = 200; // ms; to move from the link onto the box
const GAP = 6; // px between the two, and to the edges of the window
const ID = "dossier-preview";

const fetched = new Map(); // by address: what came, or is on its way
const box = document.createElement("div");
let shownFor = null; // the link whose preview is open
let waitingFor = null; // the link whose preview is to open
let opening = 0; // the timer that opens it

/** Return the link within the article around a node, with the address of its preview; else null. */
function previewed(node) {
  const link = node instanceof Element ? node.closest(".md-content a[href]") : null;
  if (!link) return null;
  const url = new URL(link.getAttribute("href"), document.baseURI);
  const page = url.href.startsWith(ROOT.href) && PAGE.exec(url.pathname.slice(ROOT.pathname.length));
  if (!page || url.pathname === location.pathname) return null;
  return { link, address: new URL(`previews/${page[1]}/${page[2]}.json`, ROOT).href };
}

/** Return what there is to show, null where there is nothing; only what came is remembered, so that a fault may pass. */
async function found(address) {
  if (!fetched.has(address)) {
    const answer = fetch(address).then((response) => (response.ok ? response.json() : null));
    fetched.set(address, answer);
    answer.catch(() => fetched.delete(address));
  }
  return fetched.get(address).catch(() => null);
}

function part(tag, said) {
  const element = document.createElement(tag);
  element.className = `dossier-preview__${said.name}`;
  element.textContent = said.text;
  if (said.lang) Object.assign(element, { lang: said.lang, dir: said.dir });
  return element;
}

function fill(preview) {
  const parts = [
    part("strong", { name: "title", ...preview.title }),
    part("span", { name: "strip", text: preview.strip }),
    part("span", { name: "text", ...preview.text }),
  ];
  box.replaceChildren(...parts.filter((element) => element.textContent));
}

/** Put the box below the link, or above it where there is more room; never over it, never out of the window. */
function place(link) {
  const at = link.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const below = height - at.bottom;
  const isBelow = below >= box.offsetHeight + 2 * GAP || below >= at.top;
  box.style.maxHeight = `${Math.max(0, (isBelow ? below : at.top) - 2 * GAP)}px`;
  const start = getComputedStyle(link).direction === "rtl" ? at.right - box.offsetWidth : at.left;
  const left = Math.max(GAP, Math.min(start, width - box.offsetWidth - GAP));
  const top = isBelow ? at.bottom + GAP : at.top - GAP - box.offsetHeight;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

async function open({ link, address }) {
  const preview = await found(address);
  if (waitingFor !== link || !link.isConnected) return;
  dismiss();
  if (!preview) return;
  fill(preview);
  box.style.maxHeight = "";
  box.showPopover();
  place(link);
  shownFor = link;
  link.setAttribute("aria-describedby", `${link.getAttribute("aria-describedby") ?? ""} ${ID}`.trim());
}

function close() {
  if (!shownFor) return;
  const others = shownFor.getAttribute("aria-describedby").split(" ").filter((id) => id !== ID);
  if (others.length) shownFor.setAttribute("aria-describedby", others.join(" "));
  else shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  box.hidePopover();
}

/** Close it, and open no other. */
function dismiss() {
  clearTimeout(opening);
  waitingFor = null;
  close();
}

function closeUnlessHeld() {
  if (!box.matches(":hover") && !shownFor?.matches(":hover, :focus-visible")) close();
}

function enter(node) {
  const target = previewed(node);
  if (!target || target.link === shownFor || target.link === waitingFor) return;
  clearTimeout(opening);
  waitingFor = target.link;
  opening = setTimeout(open, OPENS_AFTER, target);
}

function leave(node) {
  if (previewed(node)?.link === waitingFor) {
    clearTimeout(opening);
    waitingFor = null;
  }
  if (shownFor) setTimeout(closeUnlessHeld, CLOSES_AFTER);
}

// A finger has no hover: it opens the page. Without popovers (before 2024) links are links.
if ("showPopover" in box && !matchMedia("(pointer: coarse)").matches) {
  box.id = ID;
  box.className = "dossier-preview";
  box.popover = "manual";
  box.setAttribute("role", "tooltip");
  (document.querySelector("main") ?? document.body).append(box); // readers of screens go by such regions
  document.addEventListener("pointerover", (event) => enter(event.target));
  document.addEventListener("pointerout", (event) => leave(event.target));
  document.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && enter(event.target));
  document.addEventListener("focusout", (event) => leave(event.target));
  document.addEventListener("keydown", (event) => event.key === "Escape" && dismiss());
  addEventListener("pagehide", dismiss); // a page that comes back from the browser's memory shows none
}
