// The picture of a Word file: how many commitments stand at each status, as a chart that Word can edit.
import { Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import { textFont } from "./docx-fonts";
import { ink } from "./docx-styles";
import { paragraph, type Setting } from "./docx-text";
import type { Span } from "./markdown-blocks";
import { cleanText } from "./plain-text";
import type { Report } from "./report";

type Status = Report["counts"][number]["code"];

/** The further it has come, the darker; what is not known is grey. */
const colors: Record<Status, string> = {
  COMPLETE: ink.accent,
  SUBSTANTIAL: "4A9299",
  LIMITED: "7ABFC3",
  NOT_STARTED: "B5CDD0",
  NO_EVIDENCE: "8F9799",
  NOT_ASSESSED: "C9CBC8",
};

/** The chart and, for whoever does not see it, the counts in words. */
export function chartOf(setting: Setting, report: Report): Paragraph[] {
  const { counts, direction } = report;
  const title = cleanText(setting.t("summary.counts"));
  const inWords = counts.map(({ text, count }) => `${text} ${count}`).join(" · ");
  const isReversed = direction === "rtl";
  const font = { name: textFont, size: 10, color: ink.text };
  const chart = new ChartRun({
    type: "bar",
    categories: counts.map(({ text }) => cleanText(text)),
    series: [{ name: title, values: counts.map(({ count }) => count), colors: counts.map(({ code }) => colors[code]) }],
    legend: false,
    gapWidth: 45,
    // Bars begin at the bottom by themselves, and at the left.
    categoryAxis: { reverseOrder: true, font },
    valueAxis: { visible: false, gridlines: false, minimum: 0, reverseOrder: isReversed },
    dataLabels: { value: true, position: "outsideEnd", font: { ...font, bold: true } },
    chartArea: { fill: "none", border: "none" },
    font: { name: textFont },
    transformation: { width: 600, height: 34 * counts.length + 16 },
    altText: { name: title, title, description: cleanText(`${title}. ${inWords}`) },
  });
  const words = counts.flatMap(({ text, count }, index): Span[] => [
    { text: `${index > 0 ? " · " : ""}${text}\u00a0` },
    { text: String(count), bold: true },
  ]);
  return [
    paragraph(setting, title, { style: "Caption", keepNext: true }),
    new Paragraph({ keepNext: true, bidirectional: isReversed, alignment: "start", children: [chart] }),
    paragraph(setting, words, { style: "BodyText2" }),
  ];
}
