// Breaks Iltizam again and again while people write, and says whether anything that was acknowledged was lost.

import { parseArgs } from "node:util";
import { tableOf } from "./bench/table";
import { buildIfStale } from "./build";
import { Explained, runAsMain } from "./command-line";
import { findFaults, type Summary } from "./faults/program";
import { strikes } from "./faults/strikes";
import { generateIfStale } from "./generate";

const help = `Starts Iltizam on data of its own, keeps writing to it, breaks it at random moments, and holds what it
then has against what it had acknowledged.

Usage: npm run faults [-- --runs <number>] [--seed <number>] [--longest-outage <seconds>]
                             [--patience <seconds>] [--only <fault>]...

Faults: ${Object.keys(strikes).join(", ")}.
Without options there are 200 runs, each fault as often as the others. Exit status 1 means that something
was lost, half done, done too often or too seldom, or answered wrongly. On a machine that is busy with other
things a web server that has just started may keep people waiting for longer than the 30 seconds of patience.
`;

runAsMain(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "200" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      "longest-outage": { type: "string", default: "60" },
      patience: { type: "string", default: "30" },
      only: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(help);
  const unknown = values.only.find((name) => !Object.hasOwn(strikes, name));
  if (unknown) throw new Explained(`There is no fault "${unknown}"; there are: ${Object.keys(strikes).join(", ")}.`);
  const order = {
    runs: numberOf(values.runs),
    seed: numberOf(values.seed),
    longestOutage: numberOf(values["longest-outage"]),
    patience: numberOf(values.patience),
    only: values.only,
    say: console.log,
  };
  await generateIfStale();
  await buildIfStale();
  console.log(`Seed ${order.seed}, ${order.runs} runs.`);
  const summary = await findFaults(order);
  console.log(`\n${told(summary, order)}`);
  if (summary.lost.length + summary.halfDone.length + summary.jobs.length + summary.wrong.length > 0)
    process.exitCode = 1;
});

function numberOf(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new Explained(`"${text}" is not a number above 0.`);
}

function told(summary: Summary, { seed }: { seed: number }): string {
  const head = ["fault", "runs", "acknowledged", "503", "500", "cut", "slowest answer", "slowest recovery"];
  const rows = summary.rows.map((row) => [
    row.fault,
    ...[row.runs, row.acknowledged, row.away, row.broken, row.cut].map(String),
    ...[row.slowest, row.recovery].map((milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`),
  ]);
  const runs = summary.rows.reduce((sum, row) => sum + row.runs, 0);
  const acknowledged = summary.rows.reduce((sum, row) => sum + row.acknowledged, 0);
  return [
    tableOf(head, rows),
    "",
    "503: told to come again. 500: a page or form that was under way when the fault came, and said that nothing was done.",
    "Cut: no answer, since the web server was killed.",
    ...summary.leftOut.map((fault) => `Left out, since a disk to fill takes root on Linux: ${fault}.`),
    "",
    ...[...summary.lost, ...summary.halfDone, ...summary.jobs, ...summary.wrong].map((each) => `  ! ${each}`),
    `seed ${seed}, runs: ${runs}, acknowledged: ${acknowledged}, lost: ${summary.lost.length}, half done: ${summary.halfDone.length}, jobs too often or too seldom: ${summary.jobs.length} (given up, and said so: ${summary.givenUp}), wrong answers: ${summary.wrong.length}`,
  ].join("\n");
}
