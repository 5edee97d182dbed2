// Passwords that others would try first: common ones, patterns, and what is known of the person.
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { invalidField } from "@/domain/refusal";

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Its word lists take some twenty megabytes, which a process that sets no password need not hold. */
async function open(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/**
 * Refuses a new password that a million guesses would find (a score under 2 of zxcvbn, Wheeler 2016), counting the
 * person's name and address as known. Refuses: invalid (password: easy_password).
 */
export async function refuseEasyPassword(password: string, person: { name: string; email: string }): Promise<void> {
  estimator ??= open();
  const known = [
    person.name,
    ...person.name.split(/\s+/),
    person.email,
    ...person.email.split("@"),
    "iltizam",
    "التزام",
  ];
  if ((await estimator).check(password, known).score < 2) throw invalidField("password", "easy_password");
}
