// The styles of a Word file, under the names that Word translates, so that people can restyle all of it at once.
import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";
import type { Locale } from "@/i18n/locales";
import { passageFont, textFont } from "./docx-fonts";

export const ink = { text: "112022", muted: "455355", accent: "005E67", rule: "D8D6CF", ground: "DDEEEF" } as const;

const fontOf = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: name });
/** Left out of it, LibreOffice takes the height for exact and clips what is taller. */
const spacing = (before: number, after: number, line = 264) => ({ before, after, line, lineRule: LineRuleType.AUTO });

/** The language of Latin letters and of Arabic ones; Arabic files quote English more than any other. */
const languages: Record<Locale, { value: string; bidirectional: string }> = {
  ar: { value: "en-GB", bidirectional: "ar-SA" },
  en: { value: "en-GB", bidirectional: "ar-SA" },
  fr: { value: "fr-FR", bidirectional: "ar-SA" },
};

/** Arabic letters are smaller at the same size. */
const sizes: Record<Locale, { text: number; small: number; tiny: number }> = {
  ar: { text: 22, small: 20, tiny: 17 },
  en: { text: 20, small: 18, tiny: 16 },
  fr: { text: 20, small: 18, tiny: 16 },
};

export function stylesOf(language: Locale): IStylesOptions {
  const { text, small, tiny } = sizes[language];
  const body = { basedOn: "Normal", next: "Normal", quickFormat: true };
  const heading = (size: number, before: number, color: string = ink.text) => ({
    run: { size, bold: true, color, font: fontOf(textFont) },
    paragraph: { keepNext: true, keepLines: true, spacing: spacing(before, 80) },
  });
  const commitment = heading(26, 400);
  const line = { style: BorderStyle.SINGLE, size: 6, space: 6, color: ink.accent };
  const details = { size: small, color: ink.muted };
  const paragraphStyles: IParagraphStyleOptions[] = [
    {
      id: "Subtitle",
      name: "Subtitle",
      ...body,
      run: { color: ink.muted, size: text + 2 },
      paragraph: { keepNext: true },
    },
    {
      id: "IntenseQuote",
      name: "Intense Quote",
      ...body,
      run: { font: fontOf(passageFont), size: text + 4 },
      paragraph: { spacing: spacing(60, 120, 240) },
    },
    { id: "Quote", name: "Quote", ...body, run: details, paragraph: { indent: { start: 540, end: 360 } } },
    { id: "BodyText2", name: "Body Text 2", ...body, run: details, paragraph: { spacing: spacing(0, 60) } },
    { id: "List", name: "List", ...body, paragraph: { indent: hanging, keepNext: true, spacing: spacing(80, 20) } },
    {
      id: "ListContinue",
      name: "List Continue",
      ...body,
      run: details,
      paragraph: { indent: { start: hanging.start }, spacing: spacing(0, 40) },
    },
    { id: "TableText", name: "Table Text", ...body, run: { size: tiny }, paragraph: { spacing: spacing(20, 20, 252) } },
    {
      id: "TableHead",
      name: "Table Head",
      ...body,
      run: { size: tiny, bold: true },
      paragraph: { keepNext: true, spacing: spacing(20, 20, 252) },
    },
    {
      id: "CodeBlock",
      name: "HTML Preformatted",
      ...body,
      run: { size: small, noProof: true },
      paragraph: { shading: { fill: "F3F3F0" }, spacing: spacing(60, 120) },
    },
    { id: "Footer", name: "footer", ...body, run: { size: tiny, color: ink.muted } },
  ];
  return {
    default: {
      document: {
        run: { font: fontOf(textFont), size: text, color: ink.text, language: languages[language] },
        paragraph: { spacing: spacing(0, 100) },
      },
      title: {
        run: { font: fontOf(passageFont), size: 44, bold: true, color: ink.text },
        paragraph: { keepNext: true, spacing: spacing(0, 60, 240) },
      },
      heading1: heading(30, 320),
      heading2: { ...commitment, paragraph: { ...commitment.paragraph, border: { top: line } } },
      heading3: heading(text + 1, 180, ink.accent),
      caption: { run: details, paragraph: { spacing: spacing(60, 160) } },
      hyperlink: { run: { color: ink.accent, underline: {} } },
    },
    paragraphStyles,
    characterStyles: [{ id: "Code", name: "HTML Code", run: { noProof: true, shading: { fill: "F3F3F0" } } }],
  };
}

const hanging = { start: 425, hanging: 425 };

/** The library has no styles of tables, and names no style that all others rest on. */
export const externalStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
</w:style>
<w:style w:type="table" w:styleId="PlainTable2">
  <w:name w:val="Plain Table 2"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="42"/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="${ink.text}"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="${ink.text}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="${ink.rule}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/><w:bCs/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${ink.ground}"/></w:tcPr>
  </w:tblStylePr>
</w:style>
</w:styles>`.replace(/>\s+</g, "><");
