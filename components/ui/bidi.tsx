// Pieces of text that must keep their own direction inside a line: names, numbers, dates, what people wrote.
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import {
  type DateStyle,
  type DateValue,
  formatDate,
  formatDateTime,
  formatNumber,
  formatRelative,
  machineTime,
} from "@/i18n/formats";
import { classNames } from "./class-names";

/** A name, a code or an address inside a sentence of either direction. */
export function Isolate({ children, className, lang }: { children: ReactNode; className?: string; lang?: string }) {
  return (
    <bdi lang={lang} className={className}>
      {children}
    </bdi>
  );
}

export interface UserTextProps {
  children: ReactNode;
  as?: "p" | "div" | "span" | "h1" | "h2" | "h3" | "blockquote";
  lang?: string;
  className?: string;
}

/** Something a person wrote, as a block: the first strong letter of each of its lines decides that line's direction. */
export function UserText({ as: Tag = "p", className, children, lang }: UserTextProps) {
  return (
    <Tag dir="auto" lang={lang} className={classNames("whitespace-pre-line [unicode-bidi:plaintext]", className)}>
      {children}
    </Tag>
  );
}

/** Codes, addresses and numbers that always read from left to right. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="ltr" className={classNames("tabular-nums", className)}>
      {children}
    </bdi>
  );
}

export function Num({ value, className }: { value: number; className?: string }) {
  return <bdi className={classNames("tabular-nums", className)}>{formatNumber(value, useLocale())}</bdi>;
}

interface TimeProps {
  value: DateValue;
  style?: DateStyle;
  className?: string;
}

/** A day: YYYY-MM-DD, shown as written and never shifted by a time zone. */
export function CalendarDate({ value, style = "long", className }: TimeProps) {
  const locale = useLocale();
  return (
    <time dateTime={machineTime(value)} className={className}>
      <bdi>{formatDate(value, locale, style)}</bdi>
    </time>
  );
}

/** A moment, in UTC. With `now` it is told relatively, the exact time being on hover and in print. */
export function Instant({ value, style = "short", now, className }: TimeProps & { now?: DateValue }) {
  const locale = useLocale();
  const exact = formatDateTime(value, locale, style);
  if (now === undefined) {
    return (
      <time dateTime={machineTime(value)} className={className}>
        <bdi>{exact}</bdi>
      </time>
    );
  }
  return (
    <time dateTime={machineTime(value)} title={exact} className={className}>
      <bdi className="print:hidden">{formatRelative(value, now, locale)}</bdi>
      <bdi className="hidden print:inline">{exact}</bdi>
    </time>
  );
}
