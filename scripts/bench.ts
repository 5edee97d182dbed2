// Measures the product as it is started for people, and holds what was measured against the bars that were set.

import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import { annotationsPart } from "./bench/annotations";
import { browserPart } from "./bench/browser";
import { exportsPart } from "./bench/exports";
import { growthPart } from "./bench/growth";
import type { Part } from "./bench/part";
import { serverPart } from "./bench/server";
import { startPart } from "./bench/start";
import { type Row, tableOf } from "./bench/table";
import { Explained, runAsMain } from "./command-line";

const parts: Record<string, Part> = {
  server: serverPart,
  growth: growthPart,
  browser: browserPart,
  start: startPart,
  exports: exportsPart,
  annotations: annotationsPart,
};

const help = `Measures Iltizam, started as "npm start" does it, on data of its own that is taken away again.

Usage: npm run bench [-- <part> ...]

Parts (all of them when none is named):
${Object.entries(parts)
  .map(([name, { summary }]) => `  ${name}  ${summary}`)
  .join("\n")}

Times on a machine that others use drift; compare those of one run. A bar that is missed is
said, and is no failure: exit status 1 means that something could not be measured.
`;

runAsMain(async () => {
  const words = process.argv.slice(2);
  if (words.includes("--help") || words.includes("-h")) return console.log(help);
  const unknown = words.find((word) => !Object.hasOwn(parts, word));
  if (unknown) throw new Explained(`There is no part "${unknown}"; there are: ${Object.keys(parts).join(", ")}.`);
  const bars: Row[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (words.length > 0 && !words.includes(name)) continue;
    console.log(`${name}: ${part.summary}`);
    const found = await part.measure((line) => console.log(`  ${line}`));
    console.log(`\n${machine()}`);
    for (const { title, head, rows } of found.tables) console.log(`\n${title}\n${tableOf(head, rows)}`);
    bars.push(...found.bars.map(({ what, bar, measured, met }) => [what, bar, measured, met ? "met" : "MISSED"]));
  }
  console.log(`\nBars\n${tableOf(["what", "bar", "measured", ""], bars)}`);
});

function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})`;
  return `Machine: ${cores}, ${memory}, ${platform()} ${arch()}, Node ${process.version}, ${new Date().toISOString()}`;
}
