import { expect, test } from "vitest";
import { addNoteInput, followUpOf } from "@/domain/note";

const plain = { dueOn: null, assigneeId: null, doneAt: null };

test("a plain note is no follow-up", () => {
  expect(followUpOf(plain, "2026-05-01")).toBeNull();
});

test("a due or assigned note is open until it is done, and overdue from the day after", () => {
  expect(followUpOf({ ...plain, assigneeId: "m" }, "2026-05-01")).toBe("OPEN");
  expect(followUpOf({ ...plain, dueOn: "2026-05-01" }, "2026-05-01")).toBe("OPEN");
  expect(followUpOf({ ...plain, dueOn: "2026-05-01" }, "2026-05-02")).toBe("OVERDUE");
  expect(followUpOf({ ...plain, dueOn: "2026-05-01", doneAt: new Date() }, "2026-05-02")).toBe("DONE");
});

test.each(["2026-02-30", "26-01-01", "2026/01/01", "1899-01-01", "٢٠٢٦-٠١-٠١"])("%s is no date", (datedOn) => {
  const parsed = addNoteInput.safeParse({ commitmentId: "c", body: "x", datedOn });
  expect(parsed.error?.issues).toMatchObject([{ path: ["datedOn"], message: "bad_date" }]);
});

test("what PostgreSQL cannot keep is taken out of a text, and nothing else", () => {
  const body = "\u0000سطر أول\r\nسطر\tثانٍ \ud800 👍🏽\u0007";
  expect(addNoteInput.parse({ commitmentId: "c", body, datedOn: "2026-01-01" }).body).toBe(
    "سطر أول\nسطر\tثانٍ \ufffd 👍🏽",
  );
});

test("an empty text is refused at its field", () => {
  const parsed = addNoteInput.safeParse({ commitmentId: "c", body: " \n ", datedOn: "2026-01-01" });
  expect(parsed.error?.issues).toMatchObject([{ path: ["body"], message: "required" }]);
});
