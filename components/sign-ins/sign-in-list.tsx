// Tries to sign in: what came of each, when, from what and where.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wentWell } from "@/domain/sign-in";
import type { SignInView } from "@/server/sign-ins";
import { deviceOf } from "../sessions/device";
import { Badge } from "../ui/badge";
import { Code, Instant } from "../ui/bidi";

/** With whose account it was, where `who` tells. */
export function SignInList<Row extends SignInView>({
  signIns,
  who,
}: {
  signIns: readonly Row[];
  who?: (row: Row) => ReactNode;
}) {
  const t = useTranslations("signIns");
  return (
    <ul className="max-w-reading border-rule border-t">
      {signIns.map((row) => (
        <li key={row.id} className="grid gap-y-1 border-rule border-b py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            {who && <span className="font-semibold">{who(row)}</span>}
            <Badge tone={wentWell(row.outcome) ? "neutral" : "warning"}>{t(`outcomes.${row.outcome}`)}</Badge>
            <span className="ms-auto text-muted text-sm">
              <Instant value={row.at} />
            </span>
          </p>
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <Device userAgent={row.userAgent} />
            {row.ipAddress && <Code className="wrap-anywhere">{row.ipAddress}</Code>}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Device({ userAgent }: { userAgent: string | null }) {
  const t = useTranslations("sessions.list");
  const { browser, system } = deviceOf(userAgent);
  return t("device", { browser: browser ?? t("unknownBrowser"), system: system ?? t("unknownSystem") });
}
