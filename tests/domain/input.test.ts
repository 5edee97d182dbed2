import { describe, expect, test } from "vitest";
import { z } from "zod";
import { id, inAddress, optionalId, ordinal, slug, version } from "@/domain/input";

const saidBy = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
/** What PostgreSQL cannot keep, nor look for. */
const unkeepable = ["\0", "a\0b", "\ud800", "a\udc00"];

describe("a name of something", () => {
  test.each(unkeepable)("that the database cannot look for is refused: %j", (name) => {
    expect(saidBy(id, name)).toBe("required");
    expect(saidBy(slug, name)).toBe("invalid");
    expect(saidBy(optionalId, name)).toBe("choose_one");
  });

  test("may be left out where it is optional, and is otherwise kept as it is", () => {
    expect(optionalId.parse("")).toBeNull();
    expect(optionalId.parse(undefined)).toBeNull();
    expect([id, slug, optionalId].map((schema) => schema.parse("a-name"))).toEqual(["a-name", "a-name", "a-name"]);
  });

  test("is not longer than one can be", () => {
    expect(saidBy(optionalId, "x".repeat(65))).toBe("choose_one");
    expect(saidBy(id, "x".repeat(65))).toBe("required");
  });
});

test("a number that the database cannot count to is refused", () => {
  expect(version.parse("2147483647")).toBe(2_147_483_647);
  for (const value of ["2147483648", "9007199254740991", "1e308", "Infinity", "NaN", "0", "-1", "1.5", ""])
    expect(saidBy(version, value), value).toBe("required");
  expect(saidBy(ordinal("no_such_commitment"), "2147483648")).toBe("no_such_commitment");
});

test.each(unkeepable)("in the address of a page it counts as not set: %j", (value) => {
  const filters = z.object({ q: inAddress(z.string()) });
  expect(filters.parse({ q: value }).q).toBeUndefined();
  expect(filters.parse({ q: [value, "a"] }).q).toBeUndefined();
  expect(filters.parse({ q: ["a", value] }).q).toBe("a");
});
