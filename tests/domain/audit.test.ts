import { expect, test } from "vitest";
import { changesBetween, readEvent } from "@/domain/audit";

test("only what differs is a change, with both values", () => {
  expect(changesBetween({ a: 1, b: [1] }, { a: 2, b: [1] })).toEqual({ a: { from: 1, to: 2 } });
  expect(changesBetween({ a: null }, { a: null })).toBeNull();
});

test("an event of an unknown type, or one that cannot be read, leaves the history open", () => {
  expect(readEvent("moon.landed", {})).toBeNull();
  expect(readEvent("assessment.recorded", { to: "PERFECT" })).toBeNull();
  expect(readEvent("toString", {})).toBeNull();
});

test("an event is read as it was written", () => {
  const data = { name: "ليلى", from: "READER", to: "ANALYST" };
  expect(readEvent("member.role_changed", data)).toEqual({ type: "member.role_changed", data });
});
