// People who each do the same again as soon as it was done: how much a server can do at most.

import { Agent, get } from "node:http";
import { percentile } from "./table";

/** The answers of one or several rounds: milliseconds each, how many failed, and the seconds that all of it took. */
export type Answers = { times: number[]; failed: number; seconds: number };
type Crowd = { people: number; seconds: number };

/**
 * So many people who do it again and again for so many seconds, each of them once at least. What is under way at the end
 * is waited for, and counts: a server that is hung up on goes on working, and the next round would wait for it.
 */
export async function workTogether(
  { people, seconds }: Crowd,
  act: (person: number) => Promise<unknown>,
): Promise<Answers> {
  const begun = performance.now();
  const times: number[] = [];
  let failed = 0;
  const lane = async (person: number) => {
    do {
      const asked = performance.now();
      try {
        await act(person);
        times.push(performance.now() - asked);
      } catch {
        // A failure is a finding: the table counts it.
        failed++;
      }
    } while (performance.now() - begun < seconds * 1000);
  };
  await Promise.all(Array.from({ length: people }, (_, person) => lane(person)));
  return { times, failed, seconds: (performance.now() - begun) / 1000 };
}

/** The same for one address: each keeps a connection, and takes the answer without looking at it. */
export async function askTogether(
  url: string,
  { headers = {}, ...crowd }: Crowd & { headers?: Record<string, string> },
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true });
  try {
    return await workTogether(crowd, () => answered(url, { agent, headers }));
  } finally {
    agent.destroy();
  }
}

function answered(url: string, options: { agent: Agent; headers: Record<string, string> }): Promise<void> {
  return new Promise((done, fail) => {
    const request = get(url, options, (response) => {
      response.resume();
      response.once("error", fail);
      response.once("end", () => {
        if ((response.statusCode ?? 500) < 400) done();
        else fail(new Error(`${url} was answered with ${response.statusCode}.`));
      });
    });
    request.once("error", fail);
  });
}

/** Several rounds as one. */
export function together(rounds: readonly Answers[]): Answers {
  return {
    times: rounds.flatMap(({ times }) => times),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
    seconds: rounds.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** Answers a second. */
export const throughput = ({ times, seconds }: Answers) => times.length / seconds;

/** How long half, 95 % and 99 % of the answers took at most. */
export const delays = ({ times }: Answers) => [0.5, 0.95, 0.99].map((share) => percentile(times, share));
