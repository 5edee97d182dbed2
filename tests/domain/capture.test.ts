import { describe, expect, test } from "vitest";
import { findingOf, type Look, lossOf, nextLook } from "@/domain/capture";
import type { EvidenceHealth } from "@/domain/scales";

const copy = { sha256: "a", text: "The report says so.", finalAddress: "https://example.org/report" };
const now = new Date("2026-11-27T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);
const look = (hoursAgo: number, outcome: EvidenceHealth, httpStatus: number | null = null): Look => ({
  at: hours(hoursAgo),
  outcome,
  httpStatus,
});

describe("an address that gives something", () => {
  test("is kept where there is no copy yet", () => {
    expect(findingOf(copy, null)).toEqual({ outcome: "ALIVE", isNew: true });
  });

  test.each([
    ["the same bytes", copy],
    ["other bytes around the same text", { ...copy, sha256: "b", text: "The report\n  says so. " }],
    ["another spelling of the address", { ...copy, finalAddress: "http://www.example.org/report/?utm_source=x" }],
  ])("is alive with %s, and no version is added", (_what, found) => {
    expect(findingOf(found, copy)).toEqual({ outcome: "ALIVE", isNew: false });
  });

  test("has changed with another text, wherever it stands now, and the new one is kept", () => {
    const changed = { sha256: "b", text: "The report said so.", finalAddress: "https://example.org/" };
    expect(findingOf(changed, copy)).toEqual({ outcome: "CHANGED", isNew: true });
    const picture = { sha256: "a", text: null, finalAddress: null };
    expect(findingOf({ ...picture, sha256: "b" }, picture)).toEqual({ outcome: "CHANGED", isNew: true });
  });

  test("has moved with the same text at another address", () => {
    const moved = { ...copy, finalAddress: "https://example.com/report" };
    expect(findingOf(moved, copy)).toEqual({ outcome: "MOVED", isNew: false });
  });
});

describe("an address that gives nothing", () => {
  test.each([
    ["not there for the first time", { at: now, httpStatus: 404 }, [look(30, "ALIVE", 200)]],
    ["not there twice within minutes", { at: now, httpStatus: 404 }, [look(0.1, "UNREACHABLE", 404)]],
    ["not there before and after it was", { at: now, httpStatus: 410 }, [look(8, "ALIVE", 200), look(20, "GONE", 404)]],
    ["down", { at: now, httpStatus: 503 }, [look(30, "GONE", 404)]],
    ["without an answer", { at: now, httpStatus: null }, [look(30, "GONE", 404)]],
  ])("cannot be reached: %s", (_what, found, before) => {
    expect(lossOf(found, before)).toBe("UNREACHABLE");
  });

  test("is gone once it was not there time after time", () => {
    const before = [look(1, "UNREACHABLE", 404), look(9, "UNREACHABLE", 410), look(40, "ALIVE", 200)];
    expect(lossOf({ at: now, httpStatus: 404 }, before)).toBe("GONE");
  });
});

describe("the next look", () => {
  const days = (looks: [Look, ...Look[]], chance = 0.5) =>
    (nextLook(looks, chance).getTime() - now.getTime()) / 86_400_000;
  const found = look(0, "ALIVE", 200);
  const lost = look(0, "UNREACHABLE");

  test("at a source that stays comes after a day, a week, and then by the month", () => {
    const earlier = [1, 2, 3].map((each) => look(each * 24, "ALIVE", 200));
    const waits = [0, 1, 2, 3].map((count) => days([found, ...earlier.slice(0, count)]));
    expect(waits.map(Math.round)).toEqual([1, 7, 30, 30]);
  });

  test("at one that fails comes sooner, and later each time", () => {
    const earlier = [1, 2, 3, 4, 5, 6].map((each) => look(each * 24, "UNREACHABLE"));
    const waits = earlier.map((_, count) => days([lost, ...earlier.slice(0, count)]) * 24);
    expect(waits.map(Math.round)).toEqual([1, 8, 24, 72, 168, 720]);
    expect(Math.round(days([lost, look(24, "ALIVE", 200), ...earlier]) * 24)).toBe(1);
  });

  test("is not at the same moment for all", () => {
    expect([days([found], 0), days([found], 1)].map((wait) => wait.toFixed(1))).toEqual(["0.9", "1.1"]);
  });
});
