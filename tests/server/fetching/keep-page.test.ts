// Keeping a page.
import { expect, test } from "vitest";
import { fetchFailureReasons } from "@/domain/fetch-failure";
import { messagesFor } from "@/i18n/messages";
import { keepPage } from "@/server/fetching/keep-page";

test("a text is kept", async () => {
  const page = {
    bytes: Buffer.from("a"),
    mediaType: "text/plain",
    charset: null,
    finalAddress: "https://example.org/",
  };
  expect(await keepPage(page, () => Promise.reject(new Error("not asked")))).toMatchObject({ mediaType: "text/plain" });
  expect(Object.keys(messagesFor("ar").captures.reasons)).toEqual([...fetchFailureReasons]);
});
