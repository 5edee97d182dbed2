import { expect, test } from "vitest";
import { parseQuery } from "@/app/api/v1/_http/endpoint";
import { reportChoices } from "@/domain/report";

const parse = (query: string) => parseQuery(reportChoices, new Request(`http://localhost/x?${query}`));

test("a name that is repeated is a list, as a form's boxes send it", () => {
  expect(parse("sections=table&sections=method").sections).toEqual(["table", "method"]);
  expect(parse("sections=table,method&commitments=3").commitments).toEqual([3]);
});

test("a parameter that cannot be taken is refused at its name", () => {
  const refusal = (fields: object) => expect.objectContaining({ code: "invalid", detail: { fields } });
  const attempt = (query: string) => {
    try {
      return parse(query);
    } catch (error) {
      return error;
    }
  };
  expect(attempt("asOf=x&sections=cover")).toEqual(refusal({ asOf: "bad_date", sections: "choose_one" }));
  expect(attempt("asOf=2024-01-01&asOf=2024-01-02")).toEqual(refusal({ asOf: "required" }));
  expect(attempt("asOf=2024-01-01&comparedWith=2024-02-01")).toEqual(refusal({ comparedWith: "not_earlier" }));
});
