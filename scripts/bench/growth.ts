// The same reads at eight, a thousand and ten thousand commitments of one document, and how much slower each becomes.

import { type App, withApp, writeAsTheAppDoes } from "./app";
import { type Answers, delays, throughput, workTogether } from "./crowd";
import type { Bar, Found, Part } from "./part";
import type { Read } from "./reads";
import { inKilobytes, inMilliseconds, inSeconds, median, type Row } from "./table";

const sizes = [8, 1_000, 10_000] as const;
const seconds = { alone: 5, together: 5 };
const people = 10;
/** A read that takes one person longer than this is not asked for by ten at once. */
const tooSlow = 2_000;
/** One that takes one person longer than this is not asked for at the next size: ten times as long, it could end the server. */
const hopeless = 4_000;

export const growthPart: Part = {
  summary: `reads at ${sizes.join(", ")} commitments: eight written by use cases, the others their copies in SQL`,
  measure: (say) => withApp(say, (app) => measure(app, say)),
};

/** One read at one size: by one person unless it is hopeless, and by ten unless it is too slow. */
type Grown = { read: Read; commitments: number; bytes: number; alone: Answers | null; together: Answers | null };
const medianOf = ({ alone }: Grown) => (alone ? median(alone.times) : Number.POSITIVE_INFINITY);

async function measure(app: App, say: (line: string) => void): Promise<Found> {
  // Only now: they need the address of the database.
  const { fillThePattern } = await import("./fill");
  const { markerOf } = await import("./fill-annotations");
  const { withMultiplier } = await import("./multiply");
  const { pagesOf, programReadsOf } = await import("./reads");
  await fillThePattern(app.member);
  const marker = await markerOf(app.member);
  await marker.fill(app.member, 0, 10 * marker.passages);
  const reads: Read[] = [...(await pagesOf(app)), ...(await programReadsOf(app))];
  await writeAsTheAppDoes(app);
  const { grown, amounts } = await withMultiplier(app.databaseUrl, async (multiplier) => {
    const grown: Grown[] = [];
    for (const commitments of sizes) {
      const begun = performance.now();
      await multiplier.growTo(commitments);
      say(`${commitments} commitments after ${inSeconds(performance.now() - begun)}; measuring.`);
      for (const read of reads) {
        const before = grown.findLast((each) => each.read === read);
        const isHopeless = before !== undefined && medianOf(before) > hopeless;
        grown.push(
          isHopeless
            ? { read, commitments, bytes: Number.NaN, alone: null, together: null }
            : await at(commitments, app, read),
        );
      }
    }
    return { grown, amounts: multiplier.amounts };
  });
  const each = Object.entries(amounts).map(([what, count]) => `${count} ${what}`);
  return {
    tables: [
      {
        title:
          `One document of so many commitments with ${each.join(", ")} each; the first eight were written by use cases,\n` +
          `  the others are copies of them, made in SQL. Ten people ask only where one waits less than ${inSeconds(tooSlow)};\n` +
          `  what takes one person over ${inSeconds(hopeless)} is not asked for at the next size`,
        head: ["read", "commitments", "size", "p50", "p95", "p50 of ten", "p95 of ten", "answers to ten", "failed"],
        rows: reads.flatMap(({ name }) => grown.filter(({ read }) => read.name === name).map(rowOf)),
      },
      {
        title: "Slope: what a thousand commitments more add to the median of one person, by least squares",
        head: ["read", "each thousand adds"],
        rows: reads.map(({ name }) => [name, slopeOf(grown.filter(({ read }) => read.name === name))]),
      },
    ],
    bars: reads.map(({ name }) =>
      growthBar(
        name,
        grown.filter(({ read }) => read.name === name),
      ),
    ),
  };
}

async function at(commitments: number, app: App, read: Read): Promise<Grown> {
  const { ask } = await import("./reads");
  let bytes = 0;
  const act = async () => {
    bytes = (await ask(app.address, read)).byteLength;
  };
  // The first asks are those of a cold cache.
  await workTogether({ people: 1, seconds: 1 }, act);
  const alone = await workTogether({ people: 1, seconds: seconds.alone }, act);
  const isBearable = median(alone.times) < tooSlow;
  const together = isBearable ? await workTogether({ people, seconds: seconds.together }, act) : null;
  return { read, commitments, bytes, alone, together };
}

function rowOf({ read, commitments, bytes, alone, together }: Grown): Row {
  const nothing = "not asked";
  const times = (answers: Answers | null) =>
    answers ? delays(answers).slice(0, 2).map(inMilliseconds) : [nothing, nothing];
  return [
    read.name,
    String(commitments),
    alone ? inKilobytes(bytes) : nothing,
    ...times(alone),
    ...times(together),
    together ? `${throughput(together).toFixed(1)}/s` : nothing,
    String((alone?.failed ?? 0) + (together?.failed ?? 0)),
  ];
}

function slopeOf(grown: Grown[]): string {
  const asked = grown.filter(({ alone }) => alone);
  const slope = slopeThrough(asked.map((each) => [each.commitments / 1_000, medianOf(each)]));
  return `${slope.toFixed(1)} ms`;
}

/** Of the straight line that comes nearest to the points, by least squares. */
export function slopeThrough(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return over / points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}

/** By what one person waits and, where it could be asked of them, ten: the worse of the two, at the last size that was asked for. */
function growthBar(name: string, grown: Grown[]): Bar {
  const [first, last] = [grown[0], grown.findLast(({ alone }) => alone)];
  const p95 = (answers?: Answers | null) => (answers && delays(answers)[1]) || Number.NaN;
  const alone = p95(last?.alone) / p95(first?.alone);
  const together = p95(last?.together) / p95(first?.together);
  const worst = Number.isNaN(together) ? alone : Math.max(alone, together);
  const failed = grown.reduce((sum, each) => sum + (each.alone?.failed ?? 0) + (each.together?.failed ?? 0), 0);
  const isWhole = last === grown.at(-1);
  const early = isWhole ? "" : `, at ${last?.commitments} already`;
  return {
    what: `p95 of ${name}, ${sizes.at(-1)} to ${sizes[0]} commitments`,
    bar: "at most 2 times",
    measured: `${worst.toFixed(1)} times${early}${failed > 0 ? `, ${failed} failed` : ""}`,
    met: isWhole && worst <= 2 && failed === 0,
  };
}
