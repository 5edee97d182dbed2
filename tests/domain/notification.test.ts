import { describe, expect, test } from "vitest";
import { latestDigest, notificationFilters, placeOf } from "@/domain/notification";

describe("a notification leads to", () => {
  const nowhere = { commitmentId: null, annotationId: null, noteId: null, document: null, data: {} };
  const document = { slug: "communique" };
  test.each([
    ["a comment", { kind: "MENTIONED", annotationId: "a", commitmentId: "c", document }, "/annotations/a"],
    ["a note", { kind: "FOLLOW_UP_DUE", noteId: "n", commitmentId: "c", document }, "/commitments/c#note-n"],
    ["a status", { kind: "STATUS_CHANGED", commitmentId: "c", document }, "/commitments/c#status"],
    ["a paragraph", { kind: "TEXT_CHANGED", document, data: { paragraph: 3 } }, "/documents/communique/paragraphs/3"],
    ["a commitment", { kind: "FOLLOW_UP_DUE", commitmentId: "c", document }, "/commitments/c"],
    ["the list, where nothing is left", { kind: "MENTIONED" }, "/notifications"],
  ] as const)("%s", (_, about, place) => {
    expect(placeOf({ ...nowhere, ...about })).toBe(place);
  });
});

test.each([
  ["2026-03-10T04:59:59Z", "2026-03-09T05:00:00.000Z"],
  ["2026-03-10T05:00:00Z", "2026-03-10T05:00:00.000Z"],
  ["2026-03-01T00:00:00Z", "2026-02-28T05:00:00.000Z"],
])("at %s the daily mail was last due at %s", (now, due) => {
  expect(latestDigest(new Date(now)).toISOString()).toBe(due);
});

test("what cannot be read in the address of the page counts as not set", () => {
  expect(notificationFilters.parse({ unread: "yes", before: "'; --" })).toEqual({});
});
