"use server";
// Reading the open page again after somebody changed something.
import { refresh } from "next/cache";
import { findActor } from "@/server/auth/session";

/**
 * Whether the page is read again: not for somebody who is signed out meanwhile, whose page stays as it is.
 * An action, since a refresh by the router leaves the page, and what is typed, when it fails.
 */
export async function readAgain(): Promise<boolean> {
  if (!(await findActor())) return false;
  refresh();
  return true;
}
