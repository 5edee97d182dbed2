"use client";
// One's open sessions, each with a way to end it.
import { Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { endOtherSessions, endSession } from "@/actions/sessions";
import type { SessionView } from "@/server/sessions";
import { useButtonAction } from "../forms/use-button-action";
import { Badge } from "../ui/badge";
import { Code, Instant } from "../ui/bidi";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { deviceOf } from "./device";

export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-rule border-rule border-b">
        {sessions.map((session) => (
          <SessionRow key={session.sessionId} session={session} />
        ))}
      </ul>
      {sessions.length > 2 && <EndOthers />}
    </div>
  );
}

function SessionRow({ session }: { session: SessionView }) {
  const t = useTranslations("sessions.list");
  const toast = useToast();
  const { browser, system } = deviceOf(session.userAgent);
  const device = t("device", { browser: browser ?? t("unknownBrowser"), system: system ?? t("unknownSystem") });
  const ending = useButtonAction(endSession, () => toast({ title: t("ended", { device }) }));
  const Icon = system === "iPhone" || system === "Android" ? Smartphone : Monitor;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-faint" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2 font-semibold">
          <span>{device}</span>
          {session.isCurrent && <Badge tone="accent">{t("current")}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-4 text-muted text-sm">
          <span>{t.rich("started", { when: () => <Instant value={session.startedAt} /> })}</span>
          {!session.isCurrent && (
            <span>{t.rich("lastUsed", { when: () => <Instant value={session.lastUsedAt} /> })}</span>
          )}
          {session.address && <Code>{session.address}</Code>}
        </p>
      </div>
      {!session.isCurrent && (
        <Button
          size="small"
          pending={ending.pending}
          aria-label={t("endNamed", { device })}
          onClick={() => ending.run({ sessionId: session.sessionId })}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}

function EndOthers() {
  const t = useTranslations("sessions.list");
  const toast = useToast();
  const { run, pending } = useButtonAction(endOtherSessions, ({ ended }) =>
    toast({ title: t("othersEnded", { count: ended }) }),
  );
  return (
    <div>
      <Button pending={pending} onClick={() => run({})}>
        {t("endOthers")}
      </Button>
    </div>
  );
}
