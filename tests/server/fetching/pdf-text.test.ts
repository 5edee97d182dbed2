// The words of a PDF come out in the order in which an Arabic reader reads them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { expect, test } from "vitest";
import { pdfText } from "@/server/fetching/pdf-text";

const font = readFileSync(
  createRequire(import.meta.url).resolve("@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf"),
);

function pdfOf(text: string): Buffer {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] });
  return compiler.pdf({ mainFileContent: `#set text(font: "Amiri", lang: "ar", dir: rtl)\n${text}` });
}

test("Arabic, with brackets, numbers and Latin names among it", async () => {
  const text = await pdfText(pdfOf("اجتمع الوزراء (في العاصمة) سنة 2019 مع ISIS ثم قالوا.\n\nفقرة ثانية."));
  expect(text).toBe("اجتمع الوزراء (في العاصمة) سنة 2019 مع ISIS ثم قالوا.\nفقرة ثانية.");
});

test("a PDF without words has none", async () => {
  expect(await pdfText(pdfOf("#rect(width: 1cm)"))).toBeNull();
});
