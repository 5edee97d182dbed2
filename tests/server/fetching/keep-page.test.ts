// Keeping a page: it is read by what it is, its words are exact, and a hostile page can neither hang nor break us.
import { expect, test } from "vitest";
import { fetchFailureReasons } from "@/domain/fetch-failure";
import { messagesFor } from "@/i18n/messages";
import { FetchFailure } from "@/server/fetching/fetch-safely";
import { keepPage } from "@/server/fetching/keep-page";

const nothing = () => Promise.reject(new Error("there is nothing to be had"));
const png = Buffer.from("89504e470d0a1a0a0000000d", "hex");

function served(content: string | Buffer, mediaType = "text/html") {
  return { bytes: Buffer.from(content), mediaType, charset: null, finalAddress: "https://example.org/a/page" };
}

async function reasonFor(page: ReturnType<typeof served>, deadline?: number): Promise<string> {
  const failure = await keepPage(page, nothing, deadline).catch((error: unknown) => error);
  return failure instanceof FetchFailure ? failure.reason : `kept: ${JSON.stringify(failure)}`;
}

test("a page is read in a process of its own, with the pictures that it asks for", async () => {
  const asked: string[] = [];
  const kept = await keepPage(
    served('<html lang="ar"><title>عنوان</title><p>نص</p><img src="../b.png">'),
    async (address) => {
      asked.push(address);
      return { ...served(png, "image/png"), finalAddress: address, redirects: [], status: 200, fetchedAt: new Date() };
    },
  );
  expect(asked).toEqual(["https://example.org/b.png"]);
  expect(kept).toMatchObject({ mediaType: "text/html", title: "عنوان", language: "ar", text: "نص" });
  expect(kept.shown?.toString()).toContain(`<img src="data:image/png;base64,${png.toString("base64")}"`);
});

test("a page that takes too long, or that nests deeper than can be read, is given up and nothing else falls", async () => {
  expect(await reasonFor(served("<p>نص</p>"), 1)).toBe("unreadable");
  expect(await reasonFor(served("<div>".repeat(100_000)))).toBe("unreadable");
});

test("what bytes are decides, not what they are served as", async () => {
  expect(await keepPage(served(png, "text/html"), nothing)).toMatchObject({ mediaType: "image/png", shown: null });
  expect((await keepPage(served("<script>alert(1)</script>", "image/png"), nothing)).mediaType).toBe("text/html");
  expect((await keepPage(served("<svg onload='alert(1)'></svg>", "image/jpeg"), nothing)).mediaType).toBe(
    "image/svg+xml",
  );
  expect(await keepPage(served("سطر  أول\r\n\r\nسطر ثانٍ", "text/plain"), nothing)).toMatchObject({
    mediaType: "text/plain",
    text: "سطر أول\nسطر ثانٍ",
  });
});

test("what is neither page, PDF, picture nor text is refused, and so is a PDF that is none", async () => {
  expect(await reasonFor(served(Buffer.from("504b0304140000000800", "hex"), "application/zip"))).toBe(
    "unsupported_type",
  );
  expect(await reasonFor(served(Buffer.from("774f463200010000", "hex"), "font/woff2"))).toBe("unsupported_type");
  expect(await reasonFor(served("%PDF-1.7 but nothing more", "application/pdf"))).toBe("unreadable");
});

test("every reason has its words", () => {
  expect(Object.keys(messagesFor("ar").captures.reasons)).toEqual(expect.arrayContaining([...fetchFailureReasons]));
});
