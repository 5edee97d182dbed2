// Words about codes after the password.
import { z } from "zod";

export const backupCodeCount = 10;

/** As people type it: in groups, in Arabic digits, in capitals. */
const code = z
  .string({ error: "required" })
  .max(50, "wrong_code")
  .transform((text) =>
    text
      .replaceAll(/[\s\p{Pd}]/gu, "")
      .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .toLowerCase(),
  )
  .pipe(z.string().min(1, "required"));

export const codeInput = z.object({ code });
