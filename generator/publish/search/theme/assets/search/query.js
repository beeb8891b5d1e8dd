/* What is asked, from what somebody typed: the counterpart of findable.py. */
export const UNSPACED = "\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{2fa1f}";
const CHARACTER = new RegExp(`([${UNSPACED}])`, "gu");
const ONLY_SUCH = new RegExp(`^[${UNSPACED}\\s]{2,}$`, "u");
// An article or the like, elided, is no word to search for; nor is what makes a possessive.
const ELIDED = /(?<![\p{L}\p{M}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’ʼ](?=\p{L})/giu;
const POSSESSIVE = /['’ʼ]s(?![\p{L}\p{M}])/giu;
const APART = { ı: "i", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ß: "ss", þ: "th", ð: "d" };

/** Returns a text without case, accents, and the letters that Unicode takes for no others with an accent. */
export function folded(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[ıøłđæœßþð]/g, (letter) => APART[letter]);
}

/** Returns the ways to ask Pagefind for a query: as it is, and without the letters that Pagefind leaves. */
export function variants(query) {
  if (query === null) return [null];
  const plain = query.replace(ELIDED, "").replace(POSSESSIVE, "").trim();
  const spaced = plain.replace(CHARACTER, " $1 ").replace(/\s+/g, " ").trim();
  if (ONLY_SUCH.test(plain)) return [`"${spaced}"`];
  const other = spaced.replace(/[ıøłđæœßþð]/gi, (letter) => APART[letter.toLowerCase()]);
  return other === spaced ? [spaced] : [spaced, other];
}

/** Returns the words of a query. */
export function terms(query) {
  const [asked] = variants(query);
  return (asked ?? "").split(/[\s"]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
