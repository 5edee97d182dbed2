// Turns off the codes after the password for somebody who has lost what makes them, where no admin can.

import { Refusal } from "@/domain/refusal";
import { Explained } from "@/scripts/command-line";
import { type Command, print, WrongUsage } from "./command";
import { withDatabase } from "./with-database";

export const dropTwoFactorCommand: Command = {
  summary: "turns off two-step verification for somebody who has lost the app and the backup codes",
  help: (call) => `Turns off two-step verification for a member: from then on, the password is enough. For the only
admin, and after ILTIZAM_SECRET was replaced; others are helped by an admin under Settings → Members.
It stands in the history. Exit status 1 where nobody has the address, or no codes are asked for.

Usage: ${call} --email <address>
`,
  options: { email: { type: "string" } },
  run: ({ email }) => {
    if (typeof email !== "string") throw new WrongUsage("Say whose, with --email.");
    return withDatabase(async (actor) => {
      const { dropTwoFactorOf } = await import("@/server/two-factor");
      await dropTwoFactorOf(actor, email).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === "not_found") {
          throw new Explained(`Nobody with the address ${email} is asked for codes.`);
        }
        throw error;
      });
      await print(`${email} signs in with the password alone.\n`);
    });
  },
};
