// A process of its own that sets one summary: the report comes in as JSON on standard input, the PDF goes out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { classOf, coveredByAll } from "./font-coverage.mjs";

const require = createRequire(import.meta.url);
const font = (path) => readFileSync(require.resolve(path));

/** The template names these families; whatever it sets, the naskh and the last one are asked. */
const naskh = [
  font("@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf"),
  font("@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf"),
];
const latin = [
  font("@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf"),
  font("@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf"),
];
const last = [font("dejavu-fonts-ttf/ttf/DejaVuSans.ttf")];

const byNaskh = coveredByAll(naskh);
const byLast = coveredByAll(last);
/** A character that says nothing by itself needs no glyph. */
const silent = /[\p{Default_Ignorable_Code_Point}\s]/u;
/** One picture is one placeholder, of however many characters it is made. */
const emoji = /\p{RGI_Emoji}/gv;
const placeholder = "\u25a1";

const inNaskh = (character) => byNaskh[character.codePointAt(0)] === 1 || silent.test(character);
/** Nearly every text is of this kind, and is known by one look at the whole. */
const allInNaskh = new RegExp(`^[${classOf(byNaskh)}${silent.source.slice(1, -1)}]*$`, "u");
const canDraw = (character) => inNaskh(character) || byLast[character.codePointAt(0)] === 1;

/** The same text with a placeholder for whatever no font can draw, or has refused to. */
function drawable(text, refused) {
  if (refused.size === 0 && allInNaskh.test(text)) return text;
  const stays = (one) => canDraw(one) && !refused.has(one);
  return text
    .replace(emoji, (found) => (Array.from(found).every(stays) ? found : placeholder))
    .replace(/[^ -~]/gu, (one) => (stays(one) ? one : placeholder));
}

/** A run in as many pieces as it takes fonts; the template sets those of the last one in its own way. */
function piecesOf(run) {
  if (allInNaskh.test(run.text)) return [run];
  const pieces = [];
  for (const character of run.text) {
    const isLast = !inNaskh(character);
    const piece = pieces.at(-1);
    if (piece?.isLast === isLast) piece.text += character;
    else pieces.push({ ...run, text: character, isLast, whole: false });
  }
  return pieces;
}

/** The report as the template takes it. */
function prepared(json, refused) {
  return JSON.parse(json, (_, value) => {
    if (typeof value === "string") return drawable(value, refused);
    return Array.isArray(value) ? value.flatMap((each) => (isRun(each) ? piecesOf(each) : [each])) : value;
  });
}

const isRun = (value) => typeof value?.text === "string";

function complain(reason) {
  process.stderr.write(`${typeof reason === "string" ? reason : JSON.stringify(reason)}\n`);
  process.exit(1);
}

function compile(compiler, report) {
  const compiled = compiler.compile({
    mainFilePath: fileURLToPath(new URL("summary.typ", import.meta.url)),
    inputs: { report: JSON.stringify(report) },
  });
  // A warning is a failure too: a font that is not found is merely warned of.
  const diagnostics = compiled.takeDiagnostics();
  if (diagnostics || !compiled.result) complain(diagnostics?.shortDiagnostics ?? "no document");
  return compiled.result;
}

/** The characters that the compiler names in its complaint. */
function complainedOf(error) {
  const named = [...String(error.code).matchAll(/(?:the text|codepoint) `(.*?)`/g)].map(([, quoted]) => quoted);
  const text = named
    .join("")
    .replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
  return new Set(text.replace(/[ -~]/g, ""));
}

/** Now and then a font cannot draw what it lists, beside a mark of another font: then the compiler says so, and we ask again. */
const mostAttempts = 5;

function pdfOf(compiler, json) {
  const refused = new Set();
  for (let attempt = 1; ; attempt++) {
    try {
      return compiler.pdf(compile(compiler, prepared(json, refused)), { pdfStandard: "ua-1" });
    } catch (error) {
      const named = complainedOf(error);
      if (named.size === 0 || attempt === mostAttempts) return complain(error.code ?? String(error));
      for (const one of named) refused.add(one);
    }
  }
}

const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL(".", import.meta.url)),
  fontArgs: [{ fontBlobs: [...naskh, ...latin, ...last] }],
});
process.stdout.write(pdfOf(compiler, readFileSync(0, "utf8")), () => process.exit(0));
