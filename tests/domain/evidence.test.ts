import { describe, expect, test } from "vitest";
import { attachEvidenceInput, canonicalAddress, gradeOf } from "@/domain/evidence";

const evidence = { commitmentId: "c", address: "https://example.org/a", title: "A", kind: "NEWS", stance: "CONTEXT" };
const issuesOf = (changes: Record<string, unknown>) =>
  attachEvidenceInput
    .safeParse({ ...evidence, ...changes })
    .error?.issues.map(({ path, message }) => [path[0], message]);

describe("addresses", () => {
  test.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/a",
    "https://user:secret@example.org/",
    "//example.org/a",
    "example.org/a",
    "https://",
    "nonsense",
  ])("%j is refused", (address) => {
    expect(issuesOf({ address })).toEqual([["address", "bad_address"]]);
  });

  test.each([
    "https://example.org/a?b=c#d",
    "http://xn--mgbh0fb.example/",
    "https://مثال.إختبار/صفحة",
    "https://[2001:db8::1]/",
  ])("%s is taken as it was given", (address) => {
    expect(attachEvidenceInput.parse({ ...evidence, address }).address).toBe(address);
  });

  test("the same page is recognised by any spelling of its address", () => {
    const spellings = [
      "https://www.Example.org/a/?utm_source=x&b=1&a=2#part",
      "http://example.org/a?a=2&b=1",
      "https://example.org:443/a/?b=1&a=2&fbclid=abc",
    ];
    expect(new Set(spellings.map(canonicalAddress))).toEqual(new Set(["example.org/a?a=2&b=1"]));
  });

  test.each([
    ["https://example.org/A", "https://example.org/a"],
    ["https://example.org/?id=1", "https://example.org/?id=2"],
    ["https://example.org:8080/", "https://example.org/"],
    ["https://example.org/a?x=1&x=2", "https://example.org/a?x=2"],
  ])("%s and %s stay two", (one, other) => {
    expect(canonicalAddress(one)).not.toBe(canonicalAddress(other));
  });
});

test("grading may stay open on either axis", () => {
  expect(gradeOf("B", 2)).toBe("B2");
  expect(gradeOf("B", null)).toBe("B–");
  expect(gradeOf(null, 2)).toBe("–2");
  expect(gradeOf(null, null)).toBeNull();
  const parsed = attachEvidenceInput.parse({ ...evidence, reliability: "", credibility: "" });
  expect(parsed).toMatchObject({ reliability: null, credibility: null });
});

test("a value outside its scale is refused", () => {
  expect(issuesOf({ reliability: "G" })).toEqual([["reliability", "choose_one"]]);
  expect(issuesOf({ credibility: "7" })).toEqual([["credibility", "choose_one"]]);
  expect(issuesOf({ stance: "AGREES" })).toEqual([["stance", "choose_one"]]);
});
