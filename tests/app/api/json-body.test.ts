import { expect, test } from "vitest";
import { readJson } from "@/app/api/v1/_http/json-body";

const read = (body: string) =>
  readJson(
    new Request("http://localhost/x", { method: "POST", body, headers: { "content-type": "application/json" } }),
  );
const refusal = (key: string) => expect.objectContaining({ code: "invalid", detail: { fields: { file: key } } });

test.each([
  ["lists", "[", "]"],
  ["objects", '{"items":', "}"],
  ["the prototype’s name", '{"__proto__":', "}"],
])("what is nested in %s more deeply than can be walked is refused", async (_, opening, closing) => {
  const nested = (depth: number) => `${opening.repeat(depth)}1${closing.repeat(depth)}`;
  await expect(read(nested(200_000))).rejects.toEqual(refusal("too_deep"));
  await expect(read(nested(101))).rejects.toEqual(refusal("too_deep"));
  expect(await read(nested(50))).toBeTypeOf("object");
});

test("what is no JSON is refused", async () => {
  await expect(read("{")).rejects.toEqual(refusal("not_json"));
});
