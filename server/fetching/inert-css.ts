// Style sheets, word by word as a browser reads them: what they refer to is found, replaced or taken out.
import { type CSSToken, stringify, TokenType, tokenize } from "@csstools/css-tokenizer";

/** What takes the place of a reference: another address, or for an import the style sheet itself; null takes it out. */
export type CssReplacement = {
  reference: (address: string) => string | null;
  import?: (address: string) => string | null;
};

/** Loads nothing and keeps the declaration around it whole. */
const nothing = "data:,";
/** Take an address as a plain string too. */
const takesStrings = /^(-webkit-)?(image-set|image|src|cross-fade)$/i;
/** Inside these a string may come from elsewhere, where it cannot be seen. */
const harmlessInside = /^(url|type|calc|min|max|clamp|rgba?|hsla?|linear-gradient|radial-gradient|conic-gradient)$/i;

/** The style sheet with every address replaced; addresses within the page ("#id") stay. */
export function rewrittenCss(css: string, replacement: CssReplacement): string {
  const tokens = tokenize({ css }).filter(
    ([type]) => type !== TokenType.Comment && type !== TokenType.CDO && type !== TokenType.CDC,
  );
  // Nothing may end the element in which it stands.
  return rewritten(tokens, { ...replacement, strings: false }).replaceAll("</", "<\\/");
}

type Rewriting = CssReplacement & { strings: boolean };

function rewritten(tokens: CSSToken[], how: Rewriting): string {
  const pieces: string[] = [];
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place];
    if (!token) break;
    const name = nameOf(token);
    if (token[0] === TokenType.URL) pieces.push(urlOf(token[4].value, how));
    else if (token[0] === TokenType.BadURL || token[0] === TokenType.BadString) pieces.push(" ");
    else if (token[0] === TokenType.String && how.strings) pieces.push(urlOf(token[4].value, how));
    // What looks like an address is one for somebody: a variable hands it on to where it loads.
    else if (token[0] === TokenType.String && /^\s*([a-z][a-z0-9+.-]*:|\/\/)|:\/\//i.test(token[4].value))
      pieces.push('""');
    else if (token[0] === TokenType.AtKeyword && name === "charset") place = endOfStatement(tokens, place);
    else if (token[0] === TokenType.AtKeyword && name === "import") {
      const end = endOfStatement(tokens, place);
      pieces.push(importOf(tokens.slice(place + 1, end), how));
      place = end;
    } else if (token[0] === TokenType.Function && (name === "url" || takesStrings.test(name))) {
      const end = endOfFunction(tokens, place);
      const inside = tokens.slice(place + 1, end);
      pieces.push(name === "url" ? urlOf(stringIn(inside), how) : imagesOf(token, inside, how));
      place = end;
    } else pieces.push(token[1]);
  }
  return pieces.join("");
}

/** The name of a function or at-rule as the browser reads it, escapes undone. */
function nameOf(token: CSSToken): string {
  return token[0] === TokenType.Function || token[0] === TokenType.AtKeyword ? token[4].value.toLowerCase() : "";
}

function urlOf(address: string | null, { reference }: CssReplacement): string {
  if (address?.startsWith("#")) return quoted(address);
  return quoted((address !== null && reference(address)) || nothing);
}

function quoted(address: string): string {
  return `url("${address.replace(/[\\"\n\r\f]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `)}")`;
}

function imagesOf(token: CSSToken, inside: CSSToken[], how: Rewriting): string {
  const isPlain = inside.every((each) => each[0] !== TokenType.Function || harmlessInside.test(nameOf(each)));
  return isPlain ? `${token[1]}${rewrittenInside(inside, how)})` : "none";
}

/** The argument of type() is a string that names no address. */
function rewrittenInside(inside: CSSToken[], how: Rewriting): string {
  const type = inside.findIndex((token) => nameOf(token) === "type");
  if (type < 0) return rewritten(inside, { ...how, strings: true });
  const end = endOfFunction(inside, type);
  const before = rewritten(inside.slice(0, type), { ...how, strings: true });
  return `${before}${stringify(...inside.slice(type, end + 1))}${rewrittenInside(inside.slice(end + 1), how)}`;
}

function importOf(tokens: CSSToken[], how: Rewriting): string {
  const first = tokens.findIndex(([type]) => type !== TokenType.Whitespace);
  const token = tokens[first];
  if (!token || !how.import) return "";
  const isFunction = token[0] === TokenType.Function;
  const end = isFunction ? endOfFunction(tokens, first) : first;
  const address =
    token[0] === TokenType.URL || token[0] === TokenType.String
      ? token[4].value
      : nameOf(token) === "url"
        ? stringIn(tokens.slice(first + 1, end))
        : null;
  const sheet = address === null ? null : how.import(address);
  const condition = rewritten(tokens.slice(end + 1), { ...how, import: undefined }).trim();
  if (sheet === null) return "";
  // A layer or a support condition is rare and only orders rules; a medium decides what is seen.
  return condition && !/^(layer|supports)\b/i.test(condition) ? `@media ${condition} {\n${sheet}\n}` : sheet;
}

function stringIn(tokens: CSSToken[]): string | null {
  const found = tokens.find((token) => token[0] === TokenType.String);
  return found && found[0] === TokenType.String ? found[4].value : null;
}

function endOfFunction(tokens: CSSToken[], start: number): number {
  let depth = 0;
  for (let place = start; place < tokens.length; place++) {
    const type = tokens[place]?.[0];
    if (type === TokenType.Function || type === TokenType.OpenParen) depth += 1;
    if (type === TokenType.CloseParen) depth -= 1;
    if (depth === 0) return place;
  }
  return tokens.length;
}

function endOfStatement(tokens: CSSToken[], start: number): number {
  const end = tokens.findIndex(
    ([type], place) =>
      place > start && (type === TokenType.Semicolon || type === TokenType.OpenCurly || type === TokenType.CloseCurly),
  );
  return end < 0 ? tokens.length : end;
}
