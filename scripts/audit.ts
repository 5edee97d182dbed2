// Asks the registry what is known against the packages that Iltizam runs on, and says which of them are concerned.

import { spawnSync } from "node:child_process";
import { childEnv } from "@/env";
import { Explained, isMain, runAsMain } from "./command-line";

const severities = ["critical", "high", "moderate", "low", "info"] as const;
type Severity = (typeof severities)[number];
/** What npm says (its audit report, version 2), as far as it is read. */
type Answer = {
  error?: { summary?: string };
  message?: string;
  vulnerabilities?: Record<
    string,
    { severity: Severity; range: string; via: (string | { title: string; url: string })[] }
  >;
};
export type Advisory = { name: string; severity: Severity; range: string; title: string };

/** The advisories in npm's answer, the gravest first. Throws `Explained` where the registry gave none. */
export function readAnswer(text: string): Advisory[] {
  const { error, message, vulnerabilities } = JSON.parse(text || "{}") as Answer;
  if (!vulnerabilities) {
    throw new Explained(`The registry told nothing of advisories: ${error?.summary || message || "no answer"}.`);
  }
  return Object.entries(vulnerabilities)
    .flatMap(([name, { severity, range, via }]) =>
      via.flatMap((each) =>
        typeof each === "string" ? [] : [{ name, severity, range, title: `${each.title} ${each.url}` }],
      ),
    )
    .sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
}

if (isMain(import.meta.url)) {
  runAsMain(async () => {
    const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8", env: childEnv() });
    const found = readAnswer(stdout);
    for (const { name, severity, range, title } of found) console.log(`${severity}\t${name} ${range}\t${title}`);
    const grave = found.filter(({ severity }) => severity === "critical" || severity === "high");
    console.log(`${found.length} advisories, ${grave.length} of them high or critical.`);
    if (grave.length > 0) process.exitCode = 1;
  });
}
