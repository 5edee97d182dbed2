// A summary as a Word file: real headings, styles, tables and a chart that people can go on working with.
import { Document, Footer, type ISectionOptions, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { numbering } from "./docx-blocks";
import { commitmentOf } from "./docx-commitment";
import { embeddedFonts } from "./docx-fonts";
import { changesOf, heading, headOf, methodOf, tableOfCommitments, unknownPart } from "./docx-head";
import { externalStyles, stylesOf } from "./docx-styles";
import { type Setting, settingOf } from "./docx-text";
import { cleanText } from "./plain-text";
import type { Report } from "./report";

/** The bytes of the file. */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const setting = settingOf(report);
  const title = cleanText(report.title);
  const creator = cleanText(report.team);
  const document = new Document({
    title: `${title}: ${cleanText(report.document.title.text)}`,
    subject: cleanText(report.asOf.text),
    creator,
    lastModifiedBy: creator,
    externalStyles,
    styles: stylesOf(report.language),
    numbering,
    fonts: await embeddedFonts(),
    sections: [sectionOf(setting, report)],
  });
  return Packer.toBuffer(document);
}

function sectionOf(setting: Setting, report: Report): ISectionOptions {
  const has = (section: Report["sections"][number]) => report.sections.includes(section);
  return {
    properties: {
      page: {
        size: { width: 11_906, height: 16_838 },
        margin: { top: 1_134, bottom: 1_134, left: 1_080, right: 1_080, footer: 567 },
      },
    },
    footers: { default: new Footer({ children: [pageOf(setting)] }) },
    children: [
      ...headOf(setting, report),
      ...(has("method") ? methodOf(setting, report) : []),
      ...(has("changes") ? changesOf(setting, report) : []),
      ...(has("table") ? tableOfCommitments(setting, report) : []),
      ...(has("unknown") ? unknownPart(setting, report) : []),
      ...(has("commitments") ? commitmentsOf(setting, report) : []),
    ],
  };
}

function commitmentsOf(setting: Setting, report: Report) {
  return [
    heading(setting, setting.t("summary.sections.commitments"), { pageBreakBefore: true }),
    ...report.commitments.flatMap((each) => commitmentOf(setting, each, report)),
  ];
}

const fields = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES } as const;

/** "Page n of m": the words of the language around two numbers that Word counts. */
function pageOf({ t, direction }: Setting): Paragraph {
  const isRightToLeft = direction === "rtl";
  const pieces = t.markup("summary.page", { page: () => "\0page\0", pages: () => "\0pages\0" }).split("\0");
  return new Paragraph({
    style: "Footer",
    alignment: "center",
    bidirectional: isRightToLeft,
    children: pieces
      .filter((piece) => piece !== "")
      .map((piece) =>
        piece in fields
          ? new TextRun({ children: [fields[piece as keyof typeof fields]] })
          : new TextRun({ text: piece, rightToLeft: isRightToLeft }),
      ),
  });
}
