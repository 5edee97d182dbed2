// What the address of a page of the codebook asks for.
import { notFound } from "next/navigation";

/** The number of a version; undefined where the address names none, and anything but a number is not found. */
export function versionAsked(value: string | string[] | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !/^[1-9]\d{0,5}$/.test(value)) notFound();
  return Number(value);
}
