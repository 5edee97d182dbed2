// Writes dates, numbers and lists the way each language does; the only caller of Intl.
import { type Locale, localeTable } from "./locales";

/** A calendar date is a string YYYY-MM-DD and has no time zone; an instant is a Date or an ISO string with a time. */
export type DateValue = string | Date;
export type DateStyle = "long" | "short" | "full";

/** The Gregorian months by both of their Arabic names, as the communiqué prints them. */
const arabicMonths: ReadonlyArray<readonly [string, string]> = [
  ["يناير", "كانون الثاني"],
  ["فبراير", "شباط"],
  ["مارس", "آذار"],
  ["أبريل", "نيسان"],
  ["مايو", "أيار"],
  ["يونيو", "حزيران"],
  ["يوليو", "تموز"],
  ["أغسطس", "آب"],
  ["سبتمبر", "أيلول"],
  ["أكتوبر", "تشرين الأول"],
  ["نوفمبر", "تشرين الثاني"],
  ["ديسمبر", "كانون الأول"],
];

const cache = new Map<string, unknown>();

/** Intl objects are slow to build and free of state, so each is built once. */
function once<T>(key: string, build: () => T): T {
  let found = cache.get(key) as T | undefined;
  if (found === undefined) {
    found = build();
    cache.set(key, found);
  }
  return found;
}

const tagOf = (locale: Locale) => localeTable[locale].intlTag;

const calendarDate = /^\d{4}-\d{2}-\d{2}$/;

/** Calendar dates are laid on UTC midnight and always read back in UTC, so no time zone can shift them. */
function toInstant(value: DateValue): Date {
  if (value instanceof Date) return value;
  return new Date(calendarDate.test(value) ? `${value}T00:00:00Z` : value);
}

function isCalendarDate(value: DateValue): boolean {
  return typeof value === "string" && calendarDate.test(value);
}

function dateFormat(locale: Locale, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
  return once(`date ${locale} ${style} ${timeZone}`, () => {
    const month = style === "short" ? "short" : "long";
    const weekday = style === "full" ? "long" : undefined;
    return new Intl.DateTimeFormat(tagOf(locale), { day: "numeric", month, weekday, year: "numeric", timeZone });
  });
}

function arabicMonth(month: number, style: DateStyle): string {
  const names = arabicMonths[month - 1];
  if (!names) return String(month);
  return style === "short" ? names[0] : `${names[0]}/${names[1]}`;
}

function numericMonth(date: Date, timeZone: string): number {
  const format = once(`month ${timeZone}`, () => new Intl.DateTimeFormat("en", { month: "numeric", timeZone }));
  return Number(format.format(date));
}

/** long: 14 نوفمبر/تشرين الثاني 2019; short: 14 نوفمبر 2019; full: with the day of the week. */
export function formatDate(value: DateValue, locale: Locale, style: DateStyle = "long", zone = "UTC"): string {
  const date = toInstant(value);
  if (Number.isNaN(date.getTime())) return String(value);
  const timeZone = isCalendarDate(value) ? "UTC" : zone;
  return dateFormat(locale, style, timeZone)
    .formatToParts(date)
    .map((part) => {
      if (locale === "ar" && part.type === "month") return arabicMonth(numericMonth(date, timeZone), style);
      // French prints the first of a month as an ordinal, which CLDR does not.
      if (locale === "fr" && part.type === "day" && part.value === "1") return "1er";
      return part.value;
    })
    .join("");
}

export function formatTime(value: DateValue, locale: Locale, timeZone = "UTC"): string {
  const format = once(`time ${locale} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(tagOf(locale), { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  });
  return format.format(toInstant(value));
}

/** An instant with its time; the zone is printed because the server cannot know the reader's. */
export function formatDateTime(value: DateValue, locale: Locale, style: DateStyle = "long", zone = "UTC"): string {
  const comma = locale === "ar" ? "،" : ",";
  return `${formatDate(value, locale, style, zone)}${comma} ${formatTime(value, locale, zone)} ${zone}`;
}

const relativeSteps: ReadonlyArray<readonly [Intl.RelativeTimeFormatUnit, number]> = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** Calendar dates count in whole days, so that "yesterday" never depends on the hour. */
export function formatRelative(value: DateValue, now: DateValue, locale: Locale): string {
  const format = once(`relative ${locale}`, () => new Intl.RelativeTimeFormat(tagOf(locale), { numeric: "auto" }));
  const reference = isCalendarDate(value) ? isoDate(toInstant(now)) : now;
  const seconds = (toInstant(value).getTime() - toInstant(reference).getTime()) / 1000;
  if (isCalendarDate(value) && seconds === 0) return format.format(0, "day");
  for (const [unit, length] of relativeSteps) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(0, "second");
}

export function formatNumber(value: number, locale: Locale, options?: Intl.NumberFormatOptions): string {
  const format = once(`number ${locale} ${JSON.stringify(options ?? {})}`, () => {
    return new Intl.NumberFormat(tagOf(locale), options);
  });
  return format.format(value);
}

/** A size in the unit that suits it: "12 kB", "3.4 MB", "1.2 GB". */
export function formatBytes(bytes: number, locale: Locale): string {
  const [unit, size] =
    bytes < 1_000
      ? (["byte", 1] as const)
      : bytes < 1_000_000
        ? (["kilobyte", 1e3] as const)
        : bytes < 1_000_000_000
          ? (["megabyte", 1e6] as const)
          : (["gigabyte", 1e9] as const);
  const digits = { maximumFractionDigits: bytes < 10 * size ? 1 : 0 };
  return formatNumber(bytes / size, locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    ...digits,
  });
}

export function formatList(items: Iterable<string>, locale: Locale, type: Intl.ListFormatType = "conjunction"): string {
  return once(`list ${locale} ${type}`, () => new Intl.ListFormat(tagOf(locale), { type })).format(items);
}

/** The name of a language (a BCP 47 code) in the reader's language. */
export function languageName(code: string, locale: Locale): string {
  try {
    const names = once(`languages ${locale}`, () => new Intl.DisplayNames(tagOf(locale), { type: "language" }));
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export function collator(locale: Locale): Intl.Collator {
  return once(`collator ${locale}`, () => new Intl.Collator(tagOf(locale), { numeric: true, sensitivity: "base" }));
}

/** The day of an instant in UTC, YYYY-MM-DD. */
export function isoDate(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** What the datetime attribute of a time element wants. */
export function machineTime(value: DateValue): string {
  return isCalendarDate(value) ? String(value) : toInstant(value).toISOString();
}
