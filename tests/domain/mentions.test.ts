// Members are called by an @ before their name.
import { expect, test } from "vitest";
import { mentionedIn, mentionPieces } from "@/domain/mentions";

const sara = { memberId: "1", name: "سارة" };
const saraAli = { memberId: "2", name: "سارة العلي" };
const jean = { memberId: "3", name: "Jean-Luc O’Neil" };
const team = [sara, saraAli, jean];

test.each([
  ["@سارة ما رأيك؟", ["1"]],
  ["ما رأيك يا @سارة العلي؟", ["2"]],
  ["@سارة، و@سارة العلي.", ["1", "2"]],
  ["(@Jean-Luc O’Neil)", ["3"]],
  ["@سارة@سارة", ["1"]],
])("%s", (body, called) => {
  expect(mentionedIn(body, team)).toEqual(called);
});

test.each(["سارة بلا علامة", "@سارتنا", "بريد someone@سارة", "@jean-luc o’neil", "@", ""])(
  "“%s” calls nobody",
  (body) => {
    expect(mentionedIn(body, team)).toEqual([]);
  },
);

test("of two members with one name both are called", () => {
  const twin = { memberId: "4", name: "سارة" };
  expect(mentionedIn("@سارة", [...team, twin])).toEqual(["1", "4"]);
});

test("nothing of the comment is lost where it is cut", () => {
  const body = "👍🏽 @سارة العلي: انظري @غير معروف ثم @Jean-Luc O’Neil";
  expect(
    mentionPieces(body, team)
      .map(({ text }) => text)
      .join(""),
  ).toBe(body);
});
