// The site's name and the page's title for the head of each printed page (print.css): the margin boxes of a page know
// no element, but the custom properties of the root. Nothing is shown of them on screen.
const LONGEST = 90; // characters; a longer title would run into the site's name

function keep(name, text) {
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/ \S*$/, "")} …` : line;
  // A string of JSON is one of CSS: the same quotes, the same way to escape them.
  document.documentElement.style.setProperty(name, JSON.stringify(short));
}

keep("--dossier-site", document.querySelector(".md-header__topic")?.textContent);
const heading = document.querySelector("article h1")?.cloneNode(true);
heading?.querySelector(".headerlink")?.remove();
keep("--dossier-page", heading?.textContent);
