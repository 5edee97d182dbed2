"use client";
// What others do is seen without a reload: the page is read again when something changed, and who is here is shown.
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState, useTransition } from "react";
import { readAgain } from "@/actions/live";
import type { Locale } from "@/i18n/locales";
import type { Person } from "@/server/members";
import { tellConnection } from "../layout/connection";
import { PeopleHere } from "./people-here";
import { shareNews } from "./share";
import type { StreamState } from "./stream";

export interface LiveProps {
  memberId: string;
  /** The number of the latest event when the page was read: a later one means that it is out of date. */
  seen: number;
  locale: Locale;
}

/** Several changes at once are one; and one's own is in the answer that is just coming. */
const gathersFor = 120;
const retriesAfter = 3_000;
/** A server that restarts is away for a moment, which is nobody's news. */
const lostAfter = 3_000;

export function Live({ memberId, seen, locale }: LiveProps) {
  const t = useTranslations("live");
  const [people, setPeople] = useState<Person[]>([]);
  const [isOver, setOver] = useState(false);
  const read = useReading(seen, () => setOver(true));
  const lost = useRef<ReturnType<typeof setTimeout>>(undefined);

  const become = useEffectEvent((state: StreamState) => {
    clearTimeout(lost.current);
    setOver(state === "over");
    if (state !== "lost") tellConnection(true);
    else lost.current = setTimeout(() => tellConnection(false), lostAfter);
    if (state === "over") setPeople([]);
  });
  const known = useEffectEvent(() => read.known);
  const changed = useEffectEvent(read.changed);
  const notified = useEffectEvent(read.notified);

  useEffect(() => {
    const start = () =>
      shareNews(`iltizam:live:${memberId}`, {
        known,
        become,
        hear(news) {
          if (news.kind === "changed") changed(news.number);
          if (news.kind === "people") setPeople(news.people);
          if (news.kind === "notified") notified();
        },
      });
    let stop = start();
    // A page that is put aside whole and comes back by the browser's own button.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      stop();
      stop = start();
    };
    window.addEventListener("pageshow", back);
    return () => {
      window.removeEventListener("pageshow", back);
      stop();
    };
  }, [memberId]);

  return (
    <>
      <p role="status" className={isOver ? "text-sm text-warning" : "sr-only"}>
        {isOver && t("over")}
      </p>
      <PeopleHere people={people.filter((person) => person.memberId !== memberId)} locale={locale} />
    </>
  );
}

/** Reads the page again after changes: never twice at once, and again after a failure. */
function useReading(seen: number, onSignedOut: () => void) {
  const [latest, setLatest] = useState(seen);
  const [asked, setAsked] = useState(seen);
  /** Whether something changed that has no number: one's own notifications. */
  const [isNotified, setNotified] = useState(false);
  const [reading, startReading] = useTransition();
  const known = Math.max(latest, seen);
  const isBehind = isNotified || latest > Math.max(seen, asked);

  const begin = useEffectEvent(() => {
    setAsked(latest);
    setNotified(false);
    startReading(async () => {
      const answer = await readAgain().catch(() => "failed");
      if (answer === false) onSignedOut();
      if (answer === "failed") setTimeout(() => setNotified(true), retriesAfter);
    });
  });
  useEffect(() => {
    if (!isBehind || reading) return;
    // A tab that nobody looks at can wait until somebody does.
    const beginInSight = () => document.visibilityState === "visible" && begin();
    const timer = setTimeout(beginInSight, gathersFor);
    document.addEventListener("visibilitychange", beginInSight);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", beginInSight);
    };
  }, [isBehind, reading]);

  return {
    known,
    changed: (number: number) => setLatest((before) => Math.max(before, number)),
    notified: () => setNotified(true),
  };
}
